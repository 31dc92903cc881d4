"""The words by which duties are told, in both languages: who can be given one, what is done, what binds. No rules."""

from dataclasses import dataclass, field

Words = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that can be looked for at a place of a text, the longest first; `at` needs lower case."""

    phrases: tuple[str, ...]
    _by_first: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for phrase in sorted(self.phrases, key=len, reverse=True):
            first = phrase.split()[0]
            self._by_first[first] = (*self._by_first.get(first, ()), phrase)

    def at(self, lower: str, start: int, end: int) -> str | None:
        """The longest phrase that stands at `start` as a word of its own, `end` being the end of its first word."""
        for phrase in self._by_first.get(lower[start:end], ()):
            stop = start + len(phrase)
            if lower.startswith(phrase, start) and not lower[stop : stop + 1].isalnum():
                return phrase
        return None


def _of(text: str) -> Phrases:
    return Phrases(tuple(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip()))


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# what a body or a person that acts is called; what comes before it may be "các", "mỗi", "đồng chí"
HEADS_VI = _of("""
đối tượng, hợp tác xã, tổ trưởng, nhà nước, liên minh, nhóm, phó,
khoa, chi nhánh, luật sư, tư vấn viên, cộng tác viên, gia đình, chỉ huy trưởng, công dân, tập đoàn, sở, bộ, ban, ủy
ban, ubnd, hđnd, hội đồng, văn phòng, cục, vụ, chi cục, tổng cục, trường, học viện, viện, trung tâm, thanh
tra, công an, quân khu, bộ chỉ huy, kho bạc, bảo hiểm xã hội, đảng ủy, tỉnh ủy, huyện ủy, 
thành ủy, cấp ủy, chi bộ, chi ủy, đảng bộ, mặt trận, liên đoàn, hội, đoàn, báo, đài, ngân hàng, tòa
án, toà án, viện kiểm sát, chính phủ, thủ tướng, quốc hội, bộ trưởng, giám đốc, chủ tịch, phó chủ tịch, phó giám đốc,
thủ trưởng, chánh, trưởng, phó trưởng, cục trưởng, vụ trưởng, tổng giám đốc, người đứng đầu, hiệu trưởng, bí thư, phó
bí thư, cơ quan, đơn vị, doanh nghiệp, tổ chức, cá nhân, chủ đầu tư, nhà đầu tư, công chức, viên chức, cán bộ, người,
tổ, phòng, địa phương, thường trực, tiểu ban, ban chỉ đạo, công ty, tổng công ty, tập đoàn, hiệp hội, liên hiệp, tỉnh
đoàn, cổng thông tin, kiểm toán, giảng viên, học viên, chủ, hộ, ngành, huyện, tỉnh, xã, thành phố, thôn, lãnh đạo, tập
thể, cơ sở, bệnh viện, trạm, quỹ, nhà trường, nhà thầu, hãng, thí sinh, người dân, đảng viên, đồng chí, ông, bà, đầu
mối, bên, chuyên viên, kế toán trưởng, đoàn đại biểu, cụm, khối, vptu, snv, btctu, btc, bnv, thành viên, đại biểu,
giáo viên, quân đội, bộ đội, lực lượng, tàu, xe, bộ phận, thẩm phán, hội thẩm, kiểm sát viên, điều tra viên, thẩm tra
viên, chấp hành viên, trọng tài viên, hòa giải viên, nguyên đơn, bị đơn, đương sự, viện trưởng, tổng kiểm toán, tổng
thanh tra, nhân viên, bác sĩ, bác sỹ, y sĩ, dược sĩ, điều dưỡng, sinh viên, học sinh, nghiên cứu sinh,
hội viên, đoàn viên, công nhân, kỹ sư, thuyền trưởng, hướng dẫn viên, phóng viên, nhà báo, công chứng viên, đấu giá
viên, nhà sản xuất, nhà nhập khẩu, nhà cung cấp, nhà phân phối, thương nhân, hải quan, cảng vụ, kiểm lâm
""")
QUANTIFIERS_VI = _of(
    "các, mỗi, tất cả, toàn bộ, những, từng, mọi, riêng, đồng chí, các đồng chí, tất cả các, ông, các ông (bà)"
)
HEADS_EN = _set("""
institution institutions chief chiefs rector rectors trainer
department departments ministry ministries committee committees council councils office offices commission board
boards agency agencies unit units school schools academy inspectorate police treasury newspaper station bank court
government minister ministers director directors chairman chairmen chairperson chairpersons chair head heads secretary
secretaries chairwoman chairwomen manager managers branch branches sector sectors locality localities organization
organizations organisation organisations
delegation individual individuals enterprise enterprises servant servants employee employees cadres officials
cadre official centre center division divisions front union association associations team group province provinces
district districts leaders leader lecturers trainees members person persons candidate candidates commune communes city
cities employer employers investor investors authority authorities institute institutes hospital hospitals body bodies
company companies everyone staff appointee learner learners trainee participant participants winner examinee host
deputy ubnd regulator regulators insurer insurers auditor auditors actuary intermediary intermediaries provider
providers firm firms entity entities issuer issuers applicant applicants user users holder holders operator operators
trustee trustees licensee licensees originator custodian supervisor supervisors registrar partner partners owner owners
""")

# finite predicates as orders use them
MODALS_VI = _of("""
phải, có chức năng, có các nhiệm vụ, không được, có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, được giao, nghiêm cấm,
cần, cần phải, bắt buộc, được phân công, có thể, được phép, có quyền, được quyền, chưa được, không được phép, nghiêm
chỉnh, chịu sự
""")
VERBS_VI = _of("""
chủ trì, phối hợp, tham mưu, xây dựng, ban hành, trình, báo cáo, gửi, hướng dẫn, kiểm tra, giám sát, theo dõi, đôn
đốc, tổng hợp, tổ chức, tổ chức thực hiện, tổ chức triển khai, triển khai, thực hiện, rà soát, lập, bố trí, cấp, phân
bổ, thẩm định, phê duyệt, quyết định, chỉ đạo, cân đối, tuyên truyền, phổ biến, quán triệt, đăng, đăng tải, công khai,
công bố, thông báo, cử, mở, hoàn thành, hoàn thiện, hoàn chỉnh, bảo đảm, đảm bảo, tạo điều kiện, quản lý, sử dụng, xem
xét, đề xuất, kiến nghị, cập nhật, lưu trữ, lưu, tiếp nhận, giải quyết, xử lý, trả lời, cung cấp, đăng ký, nộp, ký,
thành lập, kiện toàn, phân công, giao, ủy quyền, tiến hành, đề nghị, chấp hành, tuân thủ, chuẩn bị, tập huấn, bồi
dưỡng, đào tạo, đánh giá, khảo sát, sơ kết, tổng kết, thanh tra, nghiên cứu, ứng dụng, vận hành, đầu tư, huy động, hỗ
trợ, tăng cường, đẩy mạnh, tiếp tục, nâng cao, đổi mới, chú trọng, ưu tiên, chủ động, khẩn trương, kịp thời, thường
xuyên, định kỳ, tích cực, nghiêm túc, trực tiếp, căn cứ, thi hành, quy định, lấy ý kiến, niêm yết, tiếp thu, giải
trình, sửa chữa, sửa đổi, bổ sung, điều chỉnh, thu thập, thống kê, phân loại, phân tích, dự thảo, soạn thảo, biên
soạn, góp ý, tham gia, họp, làm việc, chuyển, nhận, bàn giao, trả, thanh toán, quyết toán, chi trả, thu, duy trì, phát
triển, thu hút, luân chuyển, điều động, bổ nhiệm, tuyển dụng, lựa chọn, xác định, xác nhận, xác minh, cho phép, công
nhận, phát hành, bảo quản, bảo vệ, phòng ngừa, ngăn chặn, khắc phục, chấn chỉnh, củng cố, mở rộng, khai thác, kết nối,
tích hợp, chia sẻ, số hóa, làm sạch, dành, gắn, kết hợp, lồng ghép, nhân rộng, thí điểm, thúc đẩy, phát huy, khuyến
khích, biểu dương, khen thưởng, kỷ luật, phê bình, kiểm điểm, nhắc nhở, bám sát, nắm bắt, nắm, đề ra, cụ thể hóa, quản
trị, phân cấp, giúp, giới thiệu, giữ, lãnh đạo, kiểm soát, dự trù, dự toán, mua, trang bị, lắp đặt, sắp xếp, tinh
giản, giảm, tăng, xét, hủy, huỷ, thu hồi, vận động, không bố trí, không cấp, không ký, không giao, không lùi, không sử
dụng, không tiếp nhận, không để, không lấy, không thu, cam kết, kê khai, viết, chứng minh, nêu, ghi, bồi hoàn, hoàn
trả, thẩm tra, chịu, tư vấn, đưa, áp dụng, quan tâm, quy hoạch, hình thành, liên hệ, dạy, soạn, chấm, trao đổi, phản
ánh, khởi động, khóa, chốt, đăng nhập, là đầu mối, là cơ quan đầu mối, làm đầu mối, phân tách, đối chiếu, tự, rút,
xóa, bãi bỏ, chọn, phân nhóm, truyền thông, ra quyết định, gặp gỡ, phụ trách, mời, đi, tự túc, đóng góp, đóng,
chấm dứt, thoả thuận, góp, có kế hoạch, có biện pháp, có ý kiến, có giải pháp, có phương án, có văn bản, xử phạt,
trồng, đại diện cho, làm đầu mối, thu xếp, triệu tập, tiếp công dân, tiếp dân, tính toán, điều chuyển,
bảo dưỡng, giữ gìn, khai báo, khai trình, chuyển giao, tháo dỡ, di dời, chăm sóc, nuôi dưỡng, tống đạt,
thỏa thuận, giao ban, tập trung, hạn chế, kéo dài, vinh danh, tôn vinh, hợp tác, cải cách, cải thiện, hiện đại hóa,
tinh gọn, giám định, góp ý kiến, đình chỉ, tạm đình chỉ, tiếp đón, đón tiếp, chỉ dẫn, định hướng, làm phiếu trình,
trả lại, chuyển đơn, hẹn, trang trải, niêm phong, thụ lý, phấn đấu, tháo gỡ, thực hành, kiên quyết, đấu tranh, triệt để,
tranh thủ, tạo môi trường, tạo cơ chế, tạo thuận lợi, tạo lập, tôn trọng, khôi phục, xã hội hóa, xã hội hoá
""")
# deciding is a power of who may decide: a duty only where a day is set or the text says what is to be done
POWERS_VI = frozenset(
    _of("""
quyết định, phê duyệt, cho phép, công nhận, bổ nhiệm, tuyển dụng, cử, quy định, điều động, ký, ban hành, thành lập,
xét, trực tiếp, được quyền, có quyền, được phép, có thể, tự, ủy quyền, quản lý
""").phrases
)
ORIENTING = frozenset(
    _of("""
tiếp tục, tăng cường, đẩy mạnh, nâng cao, chú trọng, đổi mới, quán triệt, phát huy, ưu tiên, khuyến khích, thúc đẩy,
tích cực, chủ động, continue, strengthen, promote, enhance, improve, encourage, accelerate, intensify, focus, link,
raise, renew
""").phrases
)
ORDERS_VI = _of("""
giao, giao cho, giao nhiệm vụ cho, phân công, yêu cầu, đề nghị, kiến nghị, chỉ đạo, ủy quyền, trân
trọng đề nghị, giao trách nhiệm cho, chỉ thị
""")
BASE_EN = _set("""
steer be count group declare merge supplement multiply replicate clarify grant serve gather settle return
pay bear deposit refund reissue meet broadcast rotate attract remain direct compile deliver verify notify appear
accelerate achieve adjust advise allocate amend analyse analyze apply appoint appraise approve arrange assess assign
attract attend balance base build carry check choose clean collect combine compile complete comply conduct consider
consolidate continue coordinate correct create cut decide define deploy design determine develop direct disclose
dispatch disseminate draft draw enhance ensure establish evaluate examine expand explain file fill finalize follow
formulate foster fund give grasp guide handle have hold host identify implement improve include increase inform
innovate inspect integrate intensify introduce invest issue join keep lead link maintain make manage mobilize monitor
notify nominate offer open operate organise organize overcome oversee participate pay perform pilot plan post prepare
present preside prevent promote propagate propose provide publicise publicize publish raise recruit rectify reduce
register renew replicate reply report request require research resolve respond review revise rotate select send set
settle sign sort specify speed standardise standardize stipulate strengthen study submit summarise summarize supervise
supplement support survey synthesize take teach test train transfer uphold update upgrade urge use verify work write
digitize digitise appraise focus rearrange reorganize rate classify
""")
POWERS_EN = _set("""
decides approves appoints recruits considers permits recognizes stipulates signs manages issues
""")
# what a body or a person is told apart by: "Cơ quan đề nghị nộp ...", "Trung tâm tư vấn pháp luật thực hiện ..."
NAMING_VI = frozenset(
    _of("""
đề nghị, trình, chủ trì, phối hợp, thẩm định, quản lý, sử dụng, tư vấn, lãnh đạo, đăng ký, giám sát, kiểm tra, tham
gia, làm việc, cấp, chỉ đạo, hỗ trợ, đầu tư, bảo vệ, nghiên cứu, đào tạo, bồi dưỡng, quyết định, giới thiệu, giúp,
nhận, cung cấp, ký, thi hành, soạn thảo, thanh tra, giữ, lập, tổ chức, trực tiếp, chuẩn bị, đóng, thu, ban hành, thu
hút, tiếp nhận, xây dựng, đánh giá, tuyển dụng, chăm sóc, nuôi dưỡng, bảo dưỡng, tiếp công
dân, tiếp dân, thụ lý, yêu cầu, cải cách
""").phrases
)
