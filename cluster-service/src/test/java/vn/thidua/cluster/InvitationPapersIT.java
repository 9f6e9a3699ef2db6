package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.PaperReading;

/** Invitations as letters to print and sign. */
class InvitationPapersIT {
    private final Assembly assembly = Assembly.of(2);
    private final UUID id = conference();
    private final String path = "/api/v1/conferences/" + id;

    @Test
    void aLetterSaysWhoIsInvitedToWhatWhenAndWhereWithTheAgenda() {
        var speech = Competition.newAgendaItem("Tham luận về giảm nghèo");
        speech.put("startsAt", "09:15");
        speech.put("unitId", assembly.unit(1));
        Competition.agenda(id, 1, List.of(Competition.newAgendaItem("Khai mạc"), speech));
        invite();
        var letter = "/invitations/" + Competition.invitation(id, assembly.unit(1)) + "/letter";
        var word = assembly.leader(1).get(path + letter);
        assertThat(word.status()).as(word.text()).isEqualTo(200);
        assertThat(word.header("Content-Disposition")).contains("attachment", ".docx");
        var pdf = assembly.leader(1).get(path + letter + "?format=PDF");
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        var day = LocalDate.parse(Competition.nextMonth());
        for (var text : List.of(PaperReading.word(word.bytes()), PaperReading.pdf(pdf.bytes(), 1))) {
            assertThat(text.replaceAll("\\s+", " "))
                    .contains(
                            "CƠ QUAN TỔ CHỨC",
                            "KHỐI THI ĐUA CÁC XÃ",
                            "Số: ……/GM-……",
                            "GIẤY MỜI",
                            "Khối thi đua các xã trân trọng kính mời: Đại diện lãnh đạo Xã thành viên.",
                            "Nội dung: Tổng kết.",
                            "Chủ trì: Ông Chủ tịch.",
                            "Thời gian: 08 giờ 30, ngày %02d".formatted(day.getDayOfMonth()),
                            "năm " + day.getYear(),
                            "Địa điểm: Hội trường tỉnh.",
                            "08:00: Khai mạc",
                            "09:15: Tham luận về giảm nghèo (Xã thành viên)",
                            "chuẩn bị: Tham luận về giảm nghèo.",
                            "KHỐI TRƯỞNG",
                            "Như trên");
        }
    }

    @Test
    void aGuestIsInvitedByNameAndOfficeWithTheSalutationThatIsWritten() {
        invite();
        var letters = PaperReading.word(
                assembly.officer().get(path + "/invitation-letters").bytes());
        assertThat(letters.replaceAll("\\s+", " "))
                .contains(
                        "kính mời: Bà Khách, Nguyên Phó Chủ tịch.",
                        "kính mời: Ông (Bà) Trần Văn Khách.",
                        "Rất mong quý đại biểu đến dự đúng giờ.")
                .doesNotContain("Chương trình");
    }

    @Test
    void allInvitationsAreOneFileWithAPageForEach() {
        var none = assembly.officer().get(path + "/invitation-letters");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.body().path("detail").asString()).isEqualTo("Hội nghị chưa mời ai.");
        invite();
        var pdf =
                assembly.officer().get(path + "/invitation-letters?format=PDF").bytes();
        assertThat(PaperReading.pages(pdf)).isEqualTo(5);
        assertThat(assembly.officer()
                        .get(path + "/invitations/" + UUID.randomUUID() + "/letter")
                        .status())
                .isEqualTo(404);
    }

    private UUID conference() {
        var body = Competition.newConference(
                assembly.cluster, Competition.nextMonth(), Map.of("YEAR_END", assembly.season));
        body.put("startsAt", "08:30");
        return Draft.ok(assembly.officer().post("/api/v1/conferences", body)).id();
    }

    /** Two members and three guests, one of whom is in the chair. */
    private void invite() {
        var body = Competition.newInvitations();
        body.put(
                "guests",
                List.of(
                        Map.of("name", "Bà Khách", "office", "Nguyên Phó Chủ tịch", "capacity", "GUEST"),
                        Map.of("name", "Trần Văn Khách", "capacity", "GUEST"),
                        Map.of("name", "Ông Chủ tịch", "capacity", "CHAIR")));
        Draft.ok(assembly.officer().post(path + "/invitations", body));
    }
}
