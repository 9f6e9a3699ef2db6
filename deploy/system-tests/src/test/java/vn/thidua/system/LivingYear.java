package vn.thidua.system;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The year 2026 of the living block as its eight members know it, and how it gets into the platform: by people on its pages. */
final class LivingYear {
    /** @param numbers in the order of the indicators, as people write them */
    record Member(String code, String name, List<String> numbers) {
        private static Member of(String code, String name, String numbers) {
            return new Member(code, name, List.of(numbers.split(" · ", -1)));
        }
    }

    static final List<Member> MEMBERS = List.of(
            Member.of("AB-X01", "Xã Suối Mây", "49,6 · 67,4 · 3,47 · 458 · 95,6 · 4 · 98,4 · 69,5 · có · 0 · 5 · 4"),
            Member.of("AB-X02", "Xã Đồng Sen", "40,3 · 63,7 · 3,98 · 412 · 94,2 · 4 · 98,1 · 66,5 · có · 0 · 4 · 3"),
            Member.of("AB-X03", "Xã Gò Nắng", "33,6 · 60 · 4,51 · 377 · 95,2 · 5 · 97,2 · 66 · có · 0 · 4 · 4"),
            Member.of("AB-X04", "Xã Bến Trăng", "26,7 · 56,2 · 5,26 · 310 · 93,4 · 4 · 96,1 · 59 · có · 2 · 3 · 2"),
            Member.of("AB-X05", "Xã Nà Hoa", "22,1 · 53 · 5,89 · 285 · 92,6 · 5 · 95,4 · 54 · có · 1 · 3 · 1"),
            Member.of(
                    "AB-P01",
                    "Phường An Lạc Đông",
                    "110,9 · 86,1 · 0,94 · 647 · 97,1 · 3 · 98,6 · 82 · không · 0 · 7 · 4"),
            Member.of("AB-P02", "Phường Cửa Gió", "96 · 82,3 · 1,32 · 641 · 96,8 · 3 · 98,9 · 81,5 · có · 1 · 6 · 4"),
            Member.of("AB-P03", "Phường Vườn Quế", "78 · 77 · 1,6 · 539 · 95,7 · 2 · 97,8 · 77 · có · 0 · 5 · 3"));

    /** The criterion that each indicator is scored by, in the order of the indicators. */
    private static final List<String> CRITERIA =
            List.of("1.1", "1.2", "2.1", "1.3", "2.2", "1.4", "3.1", "3.2", "4.1", "3.3", "2.3", "5.1");

    private static final Map<String, String> ANSWERS = Map.of("có", "1", "không", "0");
    private static final Member OWN = MEMBERS.getFirst();

    private LivingYear() {}

    /**
     * Suối Mây has an officer and a leader of its own; for the other seven those of the whole block act. Communes type cell by cell,
     * wards paste what they have in a list.
     *
     * @param season address of the season, whose targets are frozen and whose year is open
     */
    static void reported(Browser browser, Hand ownOfficer, String season) {
        UnitReport.open(ownOfficer, season, OWN.code())
                .typed(OWN.numbers())
                .proven("thu-ngan-sach.txt", "Báo cáo thu ngân sách năm 2026 (minh hoạ)\n");
        UnitReport.open(Hand.of(browser, "lanhdao.xa"), season, OWN.code()).handedIn();
        var officer = Hand.of(browser, "canbo.khoi");
        var leader = Hand.of(browser, "lanhdao.khoi");
        for (var member : MEMBERS.subList(1, MEMBERS.size())) {
            var report = UnitReport.open(officer, season, member.code());
            if (member.name().startsWith("Phường")) {
                report.pasted(member.numbers());
            } else {
                report.typed(member.numbers());
            }
            UnitReport.open(leader, season, member.code()).handedIn();
        }
    }

    /** The department finds less in one report than was typed; the agency accepts them all. */
    static void verifiedAndAccepted(Hand verifier, Hand agency, String season) {
        UnitReport.open(verifier, season, OWN.code()).corrected("KX-01", "48,6", "Kho bạc xác nhận thấp hơn 1 tỷ đồng");
        for (var member : MEMBERS) {
            UnitReport.open(agency, season, member.code()).accepted();
        }
    }

    /** What was typed of the unit for the criterion, a word as the number it stands for. */
    static BigDecimal typed(String unitName, String criterion) {
        var member = MEMBERS.stream()
                .filter(one -> unitName.startsWith(one.name()))
                .findFirst()
                .orElseThrow();
        var text = member.numbers().get(CRITERIA.indexOf(criterion));
        return OpenedScore.number(ANSWERS.getOrDefault(text, text));
    }
}
