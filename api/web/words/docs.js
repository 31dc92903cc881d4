/** Words of the description of the API. */

/** @type {import("../core/language.js").Words} */
export const WORDS = {
  vi: {
    api: "Mô tả API",
    parameters: "Tham số",
    body: "Nội dung gửi",
    responses: "Kết quả",
  },
  en: {
    api: "API description",
    parameters: "Parameters",
    body: "Request body",
    responses: "Responses",
  },
};
