"""How the line in front of a list says what its members are: papers, conditions, or none of these. Both languages."""

import re

# what one may be let to do or become; to be given money, leave or a place is an entitlement
LET = (
    r"(?:(?:xem xét,?\s+)?(?:bổ nhiệm|tuyển dụng|tuyển chọn|tiếp nhận|cử|đăng ký|dự|tham gia|tham dự|ứng cử|giới"
    r" thiệu|công nhận"
    r"|kết nạp|cấp (?:giấy|thẻ|chứng chỉ|phép)|xét (?:tuyển|cấp|công nhận|bổ nhiệm|nâng|chuyển|tặng|phong|thăng)|làm"
    r"|hành nghề"
    r"|trở thành|thi(?! hành)|nâng (?:ngạch|hạng|bậc)|thăng hạng|chuyển (?:ngạch|xếp|vào|thành|sang)|điều động|luân"
    r" chuyển|quy hoạch"
    r"|thành lập|kinh doanh|tách hộ|đề nghị (?:xét|cấp|công nhận)|tặng|phong)(?!\w))"
)
DOSSIER_LEAD = re.compile(
    r"(?P<subject>(?<!\w)(?:thành phần |bộ )?(?:hồ sơ|a dossier|the dossier|dossiers?"
    r"|(?:[a-z]+'s? )?(?:personal )?files?"
    r"|an application)(?!\w)[^.:;|\n]{0,160}?)\s*[:,]?\s*"
    r"(?:bao gồm|gồm có|gồm|comprises?|consists? of|includes?|contains?|shall comprise|shall include"
    r"|có các giấy tờ sau)(?!\w)(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
# papers that somebody has to hand in: "phải cung cấp các giấy tờ sau đây", "shall submit the following documents:"
PAPERS_LEAD = re.compile(
    r"(?:nộp|gửi|cung cấp|xuất trình|kèm theo|đính kèm|có|lập|gồm|trong|là|bằng)\s[^.;:\n]{0,100}?(?:giấy tờ|tài liệu"
    r"|hồ sơ|văn bản|chứng từ|bản sao)"
    r"[^.;:\n]{0,80}?(?:sau đây|sau|như sau|dưới đây|gồm|bao gồm)(?![^\W\d_])[^.;:\n]{0,240}:$"
    r"|thủ tục[^.;:\n]{0,160}?(?:bao )?gồm\s*:?$"
    r"|(?:submit|provide|supply|present|produce|attach|enclose|accompanied by"
    r"|send)\w*\s[^.;:\n]{0,60}?(?:following|these)\s"
    r"(?:[a-z]+ ){0,3}?(?:documents?|papers?|files?|records?)[^.;:\n]{0,100}:$"
    # "the following documents must be submitted to ...:", "the application must be accompanied by:"
    r"|(?:following|these) (?:[a-z]+ ){0,2}?(?:documents?|papers?|records?)\s(?:[^.;:\n]|[.:](?=\d)){0,120}?"
    r"(?:submitted|provided|attached|lodged|enclosed|produced|presented|handed in)(?:[^.;:\n]|[.:](?=\d)){0,200}:$"
    r"|(?:application|request|submission|dossier|petition|claim|notification)s?\s(?:[^.;:\n]|[.:](?=\d)){0,160}?"
    r"(?:must|shall|should|is to|are to) (?:also )?(?:be accompanied by|contain|include|comprise|consist of"
    r"|have attached|enclose|state)(?:[^.;:\n]|[.:](?=\d)){0,100}:$"
    r"|(?:must|shall)(?:,? [^.;:\n]{0,60}?,?)? (?:submit|lodge|hand in|file|enclose|attach)(?:ted)?\s[^.;:\n]{0,100}:$",
    re.IGNORECASE,
)
NO_PAPERS = re.compile(
    r"manner\s*:$|in accordance with[^.;:\n]{0,60}:$|"
    r"ban hành[^.;:\n]{0,60}(?:phụ lục|mẫu)[^.;:\n]{0,80}:$|(?:hoạt động|việc|công việc|bước|biện pháp|hành vi|quyền"
    r"|nghĩa vụ|căn cứ|yếu tố|lý do)"
    r"(?: sau| sau đây| dưới đây| như sau)\s*:$"
    r"|(?:nội dung|thông tin|chỉ tiêu|nguyên tắc|trường hợp)\s[^.;:\n]{0,40}:$|ưu tiên|priority"
    r"|(?:những|các) (?:người|cá nhân)\s[^.;:\n]{0,300}:$|(?:persons?|people|those) who\s[^.;:\n]{0,300}:$",
    re.IGNORECASE,
)
# whoever has all of what follows may do or be something: "Người có đủ các điều kiện sau đây được dự tuyển:"
HAS_ALL_LEAD = re.compile(
    r"(?:có đủ|đủ|đáp ứng(?: đủ)?|bảo đảm(?: đủ)?|thỏa mãn|thoả mãn)(?: tất cả| đầy đủ)? "
    r"(?:các |những |một trong các )?"
    r"(?:tiêu chuẩn|tiêu chí|điều kiện|yêu cầu)(?: và điều kiện|, điều kiện)?(?: chung)? (?:sau|dưới đây)"
    r"|(?:meets?|satisf(?:y|ies)|fulfils?|has|have) (?:all (?:of )?|any of |one of )?the following "
    r"(?:standards|conditions|requirements|criteria)",
    re.IGNORECASE,
)
# who decides, in which order and by when is no condition
# what a word means is no condition, though it says "who fulfils the following conditions"
DEFINES = re.compile(r"\smeans\s|(?<!\w)(?:nghĩa là|được hiểu là)(?!\w)", re.IGNORECASE)
OPENS_OTHER = re.compile(
    r"(?:thẩm quyền|trình tự|thủ tục|trách nhiệm|thời hạn|quy trình|phương thức|nguyên tắc|hình thức"
    r"|competence|procedures?|time limits?|responsibilit(?:y|ies)|order of|where|if|when|for the purposes? of|subject"
    r" to"
    r"|in (?:determining|assessing|considering|calculating))(?!\w)",
    re.IGNORECASE,
)
ONE_OF = re.compile(r"một trong (?:các |những |số )|(?:any|one|either) of the following|one of these", re.IGNORECASE)
ISSUED_LEAD = re.compile(
    r"(?:ban hành|quy định|áp dụng|phê duyệt|promulgates?|issues?|applies)\s+(?:các |the |these )?(?:following )?"
    r"(?:tiêu chí|tiêu chuẩn|điều kiện|criteria|standards|conditions)\s[^\n]{0,300}:$",
    re.IGNORECASE,
)
CONDITION_LEAD = re.compile(
    r"(?:phải|cần có|must|shall)\s+(?:có|have|possess)\s[^.;\n]{0,80}(?:sau đây|như sau|dưới đây"
    r"|the following)[^.;\n]{0,100}:\s*$|"
    r"(?:phải|cần|có đủ|đáp ứng|bảo đảm|đảm bảo|thỏa mãn|đạt)[^\n]{0,120}"
    r"(?:tiêu chuẩn|tiêu chí|điều kiện|yêu cầu)[^\n]{0,60}:?\s*$"
    r"|(?:tiêu chuẩn(?! (?:địa phương|kỹ thuật|việt nam|quốc gia|quốc tế))|(?<!nhận đủ )điều kiện)"
    r"(?:[^\n.;]|\.(?=\d)){0,100}:\s*$"
    r"|^(?:\W|\w{1,3}[.)]\s)*yêu cầu\s(?:về|đối với)\s[^\n.;:]{2,80}\s(?:bao gồm|gồm)\s*:\s*$"
    r"|công nhận\s[^\n;]{2,160}\s(?:tiêu chuẩn|tiêu chí)\s(?:sau đây|sau|như sau)\s*:\s*$"
    # with a capital it is an amount in English rules: "its Capital Requirement"
    r"|(?:must|shall|satisf\w+|meet\w*|fulfil\w*)\s(?:[^\n]{0,100}\s)?(?:the following|these|all of the)(?: \w+){0,2}"
    r" (?-i:standards?|conditions?|requirements?|criteria)(?!\w)[^\n]{0,60}:\s*$"
    r"|(?<!\w)(?-i:[Ss]tandards|[Cc]onditions|[Cc]riteria|requirements)(?: (?:for|of|to|on)\s[^\n.;]{0,100})?"
    r"(?: (?:are|is|(?:must|shall|are to) be (?:met|satisfied|fulfilled)|are (?:met|satisfied|fulfilled|as"
    r" follows)))?(?: that)?\s*:\s*$",
    re.IGNORECASE,
)

_FOLLOWING = r"(?:sau đây|dưới đây|sau|như sau)"
# "Những người sau đây được đăng ký dự tuyển:", "... thuộc một trong các trường hợp sau đây thì được làm ...:"
ADMITS_LEAD = re.compile(
    rf"(?:những|các)\s(?:người|cá nhân|đối tượng|cán bộ|công chức|viên chức|tổ chức|đơn"
    rf" vị)\s(?:[^.;:\n]{{0,80}}\s)?{_FOLLOWING}\s"
    rf"(?:thì\s)?(?:được|có thể được)\s{LET}[^.;:\n]{{0,300}}:$"
    # "Đối tượng được phép vào kho lưu trữ bao gồm:"
    rf"|(?<!\w)(?:đối tượng|người|cá nhân|tổ chức|doanh nghiệp)(?:\s[^.;:,\n]{{0,60}}?)?\sđược\s(?:phép\s|{LET})"
    rf"[^.;:\n]{{0,120}}?\s(?:bao gồm|gồm|là)\s*:$"
    # "có thể là một trong những người sau đây", "là người thuộc một trong các trường hợp sau đây"
    rf"|(?<!\w)(?:có thể là|phải là|là người)\s(?:thuộc\s|có\s|đáp ứng\s)?(?:một trong\s)?(?:những|các)\s(?:người"
    rf"|trường"
    rf" hợp|đối tượng|điều kiện|cá nhân)\s{_FOLLOWING}[^:\n]{{0,200}}:$"
    rf"|(?:thuộc|là|có|đáp ứng|đạt)\s[^.;:\n]{{0,60}}?(?:trường hợp|đối tượng|điều kiện|tiêu chuẩn|tiêu"
    rf" chí)\s{_FOLLOWING}"
    rf"[^.;:\n]{{0,80}}?\s(?:thì\s)?(?:được|có thể được|có thể|có quyền)\s{LET}[^.;:\n]{{0,160}}:$"
    rf"|(?:được|có thể)\s{LET}[^.;:\n]{{0,200}}\s(?:khi|nếu)\s(?:thuộc|đáp ứng|có|đạt|là)\s[^.;:\n]{{0,60}}?"
    rf"(?:trường hợp|đối tượng|điều kiện|tiêu chuẩn|tiêu chí)\s{_FOLLOWING}\s*:$"
    rf"|(?:được|có thể)\s{LET}[^.;:\n]{{0,200}}\s(?:khi|nếu)\s*:$"
    r"|(?:eligible|qualif(?:y|ies|ied)|appointed|admitted|recruited|registered|approved|recogni[sz]ed|licensed"
    r"|certified|nominated)"
    r"(?!\w)[^.;:\n]{0,160}\s(?:if|where|when|provided that|only if)(?:\s(?:he or she|they|it|the (?:person"
    r"|individual|applicant|candidate)|all))?"
    r"(?:[^.;:\n]{0,60}following[^.;:\n]{0,60}|(?:\s(?:is|are|has|have))?)\s*:$"
    r"|applicants?(?!\w)[^.;:\n]{0,160}\s(?:demonstrate|satisfy|show|prove)(?!\w)[^.;:\n]{0,100}\sthat(?: (?:it|he or"
    r" she|they|he|she))?\s*:$"
    r"|the following (?:\w+ )?(?-i:requirements|conditions|criteria|standards) (?:must|shall|should|are to) be"
    r" (?:met|satisfied|fulfilled|complied with)(?!\w)[^:\n]{0,240}:$"
    r"|to (?:be eligible|qualify|be (?:appointed|admitted|registered))(?!\w)[^.;:\n]{0,160}\s(?:must|shall|needs?"
    r" to)(?:\s(?:be|have))?\s*:$"
    # "shall only admit a person who:", "Support is given where the trainee:", "may apply, provided that they:"
    r"|(?<!\w)(?:(?:may|shall|can|must)\sonly|only|may\s(?:be|apply|register|sit|attend|receive)|(?:is"
    r"|are)\s(?:supported|granted"
    r"|given|paid|awarded|open|available|accepted|entitled|selected|considered|sent|promoted|employed))(?!\w)"
    r"(?:[^.;:\n]|\.(?=\d)){0,200}?\s(?:if|where|when|provided that|on condition that|who|which)"
    r"(?:\s(?:he or she|they|it|he|she|(?:that|the|such|this)\s(?:\w+\s?){1,3}?))?(?:,[^:\n]{2,80},)?"
    r"(?:\s(?:is|are|has|have|also))?\s*:$"
    r"|the following (?:persons|people|individuals|candidates)\s[^.;:\n]{0,60}(?:may|are eligible|are entitled to)(?!"
    r" not)"
    r"(?!\w)[^.;:\n]{0,160}:$",
    re.IGNORECASE,
)
# "is not independent for the purposes of (1) if it:", "may not be considered as fit and proper where:"
IS_NOT_LEAD = re.compile(
    r"(?:(?!\s(?:must|shall|may (?!not))\s)[^:\n]){3,300}?\s(?:is|are|may|can|shall"
    r"|will)\s?not\s(?:be\s)?(?:considered|treated|regarded|deemed"
    r"|independent|eligible|qualified|fit|competent|entitled|suitable|appointed|admitted"
    r"|accepted)(?!\w)[^:\n]{0,200}?\s(?:if|where"
    r"|when|who)(?:,[^:\n]{2,80},)?(?:\s(?:he or she|he|she|it|they|(?:that|the|such)\s\w+))?(?:\s(?:is|are|has"
    r"|have))?\s*:$",
    re.IGNORECASE,
)
# "meets the independence criteria in this Rule if, subject to Rule 3(3), he:", "is competent if it:"
IS_LEAD = re.compile(
    r"(?:(?!\s(?:must|shall|not)\s)[^:\n]){3,300}?\s(?:meets|satisf(?:y|ies)|fulfils|qualif(?:y|ies)|(?:is|are"
    r"|may be)\s(?:considered|treated"
    r"|regarded|deemed|independent|eligible|qualified|fit|competent|entitled"
    r"|suitable))(?!\w)[^:\n]{0,200}?\s(?:only )?(?:if|where|when)"
    r"(?:,[^:\n]{2,80},)?(?:\s(?:he or she|he|she|it|they|(?:that|the|such)\s\w+))?(?:\s(?:is|are|has|have))?\s*:$",
    re.IGNORECASE,
)
# "Những người sau đây không được đăng ký dự tuyển:"
BARS_LEAD = re.compile(
    rf"(?:những|các)\s(?:người|cá nhân|đối tượng|trường hợp|cán bộ|công chức|viên chức|tổ"
    rf" chức)\s(?:[^.;:\n]{{0,80}}\s)?{_FOLLOWING}\s"
    rf"(?:thì\s)?(?:không được|không đủ điều kiện|chưa được)\s(?:phép\s)?(?:{LET}|để|quyền\s)[^.;:\n]{{0,160}}:$"
    rf"|(?:phải|cần)\s(?:bảo đảm |đảm bảo )?không thuộc\s(?:một trong\s)?(?:các\s|những\s)?trường hợp"
    rf"\s{_FOLLOWING}\s*:$"
    rf"|(?<!\w)(?:được|có thể)\s[^.;:\n]{{2,160}},\s(?:trừ|ngoại trừ)\s(?:những|các)?\s?(?:người|cá nhân|đối tượng)"
    rf"\s(?:[^.;:\n]{{0,60}}\s)?{_FOLLOWING}\s*:$"
    r"|(?:(?:những|các)\s|^(?:\W|\w{1,3}[.)]\s)*)(?:người|trường hợp|đối tượng|thí sinh)(?:\s[^.;:\n]{0,60})?\skhông"
    rf" (?:được|thuộc diện|đủ điều kiện|đủ tiêu chuẩn)\s(?:{LET}|(?:hỗ trợ|hưởng|xét|nhận|chi trả|áp dụng|thanh toán"
    rf"|giao"
    r"|bố trí)(?!\w))[^.;:\n]{0,120}(?:gồm|bao gồm|là)?\s*:$"
    rf"|không áp dụng\s[^:\n]{{0,160}}?đối với\s(?:(?:những|các)\s)?(?:người|cán bộ|công chức|viên chức|học viên|sinh"
    rf" viên)\s[^:\n]{{0,160}}{_FOLLOWING}\s*:$"
    rf"|(?:không được|không|chưa)\s(?:xem xét,?\s|thực hiện\s|giải quyết\s)?(?:{LET}|(?:hỗ trợ|hưởng|chi trả"
    rf"|khen thưởng|xem"
    rf" xét|xét|tiếp nhận|nhận|biệt phái|luân chuyển|điều động|quy hoạch|bố trí)(?!\w))"
    rf"[^.;:\n]{{0,160}}(?:người|cán bộ|công chức|viên chức|trường"
    rf" hợp|đối tượng)\s"
    rf"(?:[^.;:\n]{{0,60}}\s)?{_FOLLOWING}\s*:$"
    rf"|thuộc (?:một trong )?(?:các|những)\s(?:trường hợp|đối tượng)\s{_FOLLOWING}\s(?:thì\s)?không"
    rf" được\s{LET}[^.;:\n]{{0,160}}:$"
    r"|(?<!\w)(?:persons|people|those|individuals|candidates|applicants|officials|employees|cases|civil servants)(?:\s"
    r"[^.;:\n]{0,60})?\s(?:(?:is|are) )?(?:not (?:be )?(?:eligible|entitled|allowed|supported|accepted|admitted"
    r"|considered)"
    r"|ineligible|excluded|disqualified)(?!\w)[^.;:\n]{0,100}:$"
    r"|(?:is|are|shall be|will be|may) not (?:be )?(?:granted|given|paid|available|awarded|appointed|admitted|supported"
    r"|nominated|accepted|recruited|eligible)(?!\w)[^.;:\n]{0,120}\s(?:to|if|where|when|who)(?!\w)[^.;:\n]{0,60}:$"
    r"|the following (?:persons|people|individuals|candidates)\s[^.;:\n]{0,60}(?:may not|shall not|must not|are not"
    r" (?:eligible|entitled|allowed|considered)|cannot)"
    r"(?!\w)[^.;:\n]{0,160}:$"
    r"|(?:is not eligible|are not eligible|may not be (?:appointed|admitted|registered|recruited|nominated)|is"
    r" disqualified)"
    r"(?!\w)[^.;:\n]{0,120}\s(?:if|where|when|who)(?!\w)[^.;:\n]{0,60}:$",
    re.IGNORECASE,
)
# "Những người sau đây được làm ...:": whoever is named below is meant, though nothing is said of him but his trade
WHO_FOLLOW = re.compile(
    rf"(?:những|các)\s(?:người|cá nhân|đối tượng)\s{_FOLLOWING}\s(?:thì\s)?(?:được|có thể được|có thể)\s{LET}"
    rf"|(?<!\w)(?:có thể là|phải là|là người)\s(?:thuộc\s)?(?:một trong\s)?(?:những|các)\s(?:người|trường hợp|đối"
    rf" tượng|cá nhân)\s{_FOLLOWING}"
    r"|the following (?:persons|people|individuals) (?:may|are eligible)(?! not)",
    re.IGNORECASE,
)
# "A diploma is recognised in the following cases:": whatever follows is what it must be
RECOGNISED_LEAD = re.compile(
    rf"(?:(?<!không )(?<!chưa )được|^(?:\W|\w{{1,3}}[.)]\s)*(?:Tòa án|Cơ quan|Hội đồng)(?:\s[^.;:,\n]{{0,60}}?)?)"
    rf"\s(?:xét\s)?công nhận(?!\w)[^.;:\n]{{0,200}}\s(?:khi|nếu|trong)\s(?:thuộc\s)?(?:một"
    rf" trong\s)?(?:các\s|những\s)?trường hợp\s{_FOLLOWING}\s*:$",
    re.IGNORECASE,
)
# "An individual may be treated as ... if:", "qualifies as ... if that person:"
TREATED_LEAD = re.compile(
    # "Danh hiệu A được tặng cho cá nhân:", "The title of A is conferred on a person who:"
    r"(?<!\w)được (?:xét )?(?:tặng|trao|phong tặng)(?: (?:hằng|hàng) năm)?(?: cho)?\s(?:các |những )?(?:người|cá nhân"
    r"|tập thể|công dân|đơn vị)(?:\s[^.;:\n]{2,60})?\s*:$"
    r"|(?<!\w)(?:is|are|may be) (?:conferred|bestowed|awarded) (?:on|upon|to)\s[^.;:\n]{2,100}?"
    r"\s(?:who|that|which|if)(?:\s(?:is|has|are|have|it|he or she))?\s*:$|"
    r"(?<!\w)(?:an?|the|each|any)\s[^.;:\n]{2,160}?\s(?:may be (?:treated|classified|regarded|considered) as"
    r"|qualif(?:y|ies) as"
    r"|meets the (?:\w+ ){0,2}(?-i:criteria|requirements|conditions|standards)|is deemed to"
    r" meet)(?!\w)[^.:\n]{0,200}?\s"
    r"(?:only )?if(?: (?:it|he|she|they|(?:that|the|such) \w+))?\s*:$",
    re.IGNORECASE,
)
# "A firm may classify a person as a client of its own kind if:", "A fund is an exempt fund, if:"
CALLED_LEAD = re.compile(
    r"(?<!\w)may (?:only )?(?:classify|treat|regard|recogni[sz]e)\s(?:[^.;:\n]|\.(?=\d)){2,400}?\sif\s*:$"
    r"|^(?:\W|\w{1,3}[.)]\s)*an?\s[^.;:,\n]{2,80}?\sis\s(?:an?\s)?[\"“]?(?!in\s)[^.;:,\n]{2,80}?,?\s(?:only )?if"
    r"(?:\s(?:that|the|such)\s\w+)?(?:\s(?:it\s)?(?:is|has))?\s*:$",
    re.IGNORECASE,
)
# "must not open an account for anybody unless it:"; what one does first is none of its conditions
UNLESS_LEAD = re.compile(
    r"(?<!\w)(?:(?:must|may|shall|can)\s?not|no (?:person|one|individual|candidate|applicant)\s(?:may|shall|can))\s"
    r"(?:[^;:\n]|\.(?=\d)){2,300}?\sunless(?:\s(?:it|he|she|they|he or she|(?:that|the|such)\s(?:\w+\s?){1,3}?))?"
    r"(?:\s(?:is|are|has|have))?\s*:$",
    re.IGNORECASE,
)
# "... only if all of the following conditions have been complied with:", however the line begins
MET_LEAD = re.compile(
    r"(?<!\w)(?:the|of the|these) (?:following )?(?:\w+ )?(?-i:conditions|requirements|criteria|standards)"
    r"(?: set out below)? (?:are|is|have been|has been)"
    r" (?:met|satisfied|fulfilled|complied with)(?: before [^:\n]{2,100})?\s*:$",
    re.IGNORECASE,
)
# "Mỗi câu lạc bộ phải có:", "Every club shall have:": what is owned follows
OWNS_LEAD = re.compile(
    r"(?<!\w)(?:phải có|must have|shall have|must hold|must be|shall be)\s*:$"
    # "phải có các phòng học bao gồm:", "A club of this kind must be a society that meets:"
    r"|(?<!\w)phải có\s(?!(?:nội dung|hồ sơ|văn bản|phương án|kế hoạch|giấy tờ|thông tin|trách nhiệm|biện pháp|báo"
    r" cáo)(?!\w))"
    r"[^.,;:\n]{2,80}?\s(?:bao gồm|gồm)\s*:$"
    r"|(?<!\w)(?:must|shall)\s(?:be an?\s[^.;:\n]{2,80}?\s(?:that|which)\s)?(?:meets?|satisf(?:y|ies))\s*:$",
    re.IGNORECASE,
)
# "must ensure that its Compliance Officer has:", and "must ensure that:" over sentences on persons
ENSURED_LEAD = re.compile(
    r"(?<!\w)(?:must|shall|should)(?:,? (?:[^.;:\n]|\.(?=\d)){0,200})? (?:ensure|be satisfied|satisfy (?:itself"
    r"|himself|herself)|verify|be"
    r" confident) that(?P<who> (?:its|the|any|each|every|such an?|such|an?)\s"
    r"[^.;:,\n]{2,100}?(?=(?:\s(?:has|have|is|are|meets?|holds?|possess(?:es)?))?\s*:$))?"
    r"(?:\s(?:has|have|is|are|meets?|holds?|possess(?:es)?))?\s*:$",
    re.IGNORECASE,
)
# a group of people within such a list: "Những người sau đây thường trú ở miền núi:"
PEOPLE_LEAD = re.compile(
    r"(?:(?:những|các)\s)?(?:người|cá nhân|cán bộ|công chức|viên chức|đối tượng)\s|(?:persons|people|those"
    r"|individuals)\s",
    re.IGNORECASE,
)
# of which of them a part of such a list is asked: "in the case of a branch:"
WHICH_LEAD = re.compile(
    r"(?:in the case of|for)\s[^.;:\n]{2,100}:$|(?:đối với|trong trường hợp)\s[^.;:\n]{2,100}:$", re.IGNORECASE
)
# "Hồ sơ mở rộng phạm vi hoạt động:", which its papers follow
DOSSIER_TITLE_LEAD = re.compile(
    r"(?:thành phần )?hồ sơ\s(?!.*(?<!\w)(?:phải|được|nộp|gửi)(?!\w))[^.;:\n]{3,200}:$", re.IGNORECASE
)
# "A lecturer must:", "Người dự tuyển phải:"; only what one is or has below it is a condition, the rest are duties
HAS_TO_LEAD = re.compile(
    r"(?<!\w)(?:phải|cần phải|cần|must|shall|should|has to|have to|needs? to)(?:\s(?:bảo đảm|đảm bảo|đáp ứng|đạt"
    r"|đạt được))?\s*:$",
    re.IGNORECASE,
)
# "tối thiểu như sau:"
BOUND_LEAD = re.compile(
    r"(?<!\w)(?P<least>tối thiểu|ít nhất|không (?:được )?(?:thấp|ít) hơn|at least|not less than|a minimum of|minimum)"
    r"[^.;:\n]{0,40}:$"
    r"|(?<!\w)(?P<most>tối đa|không (?:được )?(?:vượt )?quá|at most|not more than|a maximum of"
    r"|maximum)[^.;:\n]{0,40}:$",
    re.IGNORECASE,
)
