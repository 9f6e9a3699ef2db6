package vn.thidua.indicator.scoresheet;

/**
 * The kinds of rules; which fields belong to which is said at {@link ScoringRule} and {@link FurtherRule}. None is law. Where
 * {@code isVerified} is false, no published text was readable that prints the rule as it is computed here.
 */
enum RuleType {
    PROPORTIONAL("CV 7727/BTP-TĐKT 24/9/2012", true),
    PER_PERCENT("Lệ thường của các cụm, khối; chưa thấy văn bản công bố nào nêu số điểm cho mỗi 1%", false),
    LADDER("Sở Tư pháp Đồng Tháp, bảng chấm điểm 2022", true),
    YES_NO("Sở Tư pháp Đồng Tháp, bảng chấm điểm 2022", true),
    DAYS_LATE("Sở Tư pháp Đồng Tháp, bảng chấm điểm 2022", true),
    COUNT("Huyện đoàn Bù Đăng, bảng tiêu chí thi đua 2015", true),
    CHOICE("Huyện đoàn Bù Đăng, bảng tiêu chí thi đua 2015", true),
    BONUS("TP.HCM, bảng biểu 4 (theo 8428/UBND-VX)", true),
    PENALTY("HD 804/HD-SNV Thừa Thiên Huế 18/7/2018", true),
    FIXED("Lệ thường của các cụm, khối; chưa thấy văn bản công bố", false),
    GIVEN("Công đoàn TKV 2023: đến 5 điểm do hội đồng quyết định", true),
    CONDITIONS("Huyện đoàn Bù Đăng, bảng tiêu chí thi đua 2015", true),
    DEDUCTION("3962/QĐ-BTP 2011, phần đọc được", true),
    AGENCY_PENALTY("HD 804/HD-SNV Thừa Thiên Huế 18/7/2018", true),
    AWARD_BONUS("TP.HCM, bảng biểu 4 (theo 8428/UBND-VX); cộng dồn hay lấy mức cao nhất: không nêu, phải khai", true),
    WORKLOAD_BONUS("1682/QĐ-TCTHADS 2015 nêu nguyên tắc; không đọc được công thức", false),
    OVER_FULFILMENT("CV 7727/BTP-TĐKT 24/9/2012; câu chữ có hai cách hiểu, phải khai", false),
    GIVEN_BONUS("Quy chế Khối thi đua 7, Kiên Giang 2019: điểm cộng trong thang 1.000", true);

    private final String source;
    private final boolean verified;

    RuleType(String source, boolean verified) {
        this.source = source;
        this.verified = verified;
    }

    String source() {
        return source;
    }

    boolean isVerified() {
        return verified;
    }
}
