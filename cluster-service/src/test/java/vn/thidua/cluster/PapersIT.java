package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.PaperReading;

/** What a conference leaves on paper. */
class PapersIT {
    @Test
    void theMinutesTellWhatWasNotedOfAConferenceAsWordAndAsPdf() {
        var assembly = Assembly.of(3);
        var path = "/api/v1/conferences/" + assembly.conference;
        noteTheMeeting(assembly, path);
        var election = assembly.opened(2);
        for (int member = 0; member < 3; member++) {
            assembly.cast(election, member, assembly.unit(1));
        }
        assembly.close(election);

        var word = assembly.officer().get(path + "/minutes?format=DOCX");
        assertThat(word.status()).as(word.text()).isEqualTo(200);
        assertThat(word.header("Content-Disposition")).contains("attachment", ".docx");
        var pdf = assembly.officer().get(path + "/minutes?format=PDF");
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).contains(".pdf");
        for (var text : List.of(PaperReading.word(word.bytes()), allPages(pdf.bytes()))) {
            assertThat(text.replaceAll("\\s+", " "))
                    .contains(
                            "CƠ QUAN TỔ CHỨC",
                            "KHỐI THI ĐUA CÁC XÃ",
                            "BIÊN BẢN",
                            "……………, ngày 10 tháng 12 năm 2026",
                            "Hôm nay, ngày 10 tháng 12 năm 2026, tại",
                            "Đại diện cấp trên: Ông Phó Trưởng Ban, Phó Trưởng Ban Thi đua.",
                            "Thành viên (1/3 đơn vị)",
                            "Bình xét, suy tôn (mùa",
                            "Xã thành viên: Kinh nghiệm giảm nghèo",
                            "Trồng một nghìn cây xanh",
                            "Đang thực hiện: được 600 cây",
                            "Thông qua Quy chế của khối, lần thứ 1",
                            "Đơn vị phó: Xã thành viên",
                            "Số phiếu được quyền bầu: 3; số phiếu đã bỏ: 3; trong đó phiếu trắng: 0.",
                            "Kết quả: Xã thành viên được bầu",
                            "1. Thống nhất dự thảo quy chế",
                            "CHỦ TRÌ");
        }
    }

    private static void noteTheMeeting(Assembly assembly, String path) {
        var officer = assembly.officer();
        created(officer.post(
                path + "/attendances",
                Map.of("name", "Ông Phó Trưởng Ban", "office", "Phó Trưởng Ban Thi đua", "capacity", "SUPERIOR")));
        created(officer.post(path + "/attendances", Map.of("unitId", assembly.unit(0), "capacity", "MEMBER")));
        created(officer.post(path + "/papers", Map.of("unitId", assembly.unit(1), "title", "Kinh nghiệm giảm nghèo")));
        created(officer.post(
                path + "/resolutions", Map.of("seasonId", assembly.season, "text", "Thống nhất dự thảo quy chế")));
        var task = Competition.newKeyTask(assembly.season, "2026-06-30");
        task.put("text", "Trồng một nghìn cây xanh");
        var id = created(officer.post("/api/v1/key-tasks", task));
        created(officer.post(
                "/api/v1/key-tasks/" + id + "/reviews",
                Map.of("conferenceId", assembly.conference, "outcome", "GOING_ON", "note", "được 600 cây")));
        var deputy = Competition.newHeadship(assembly.unit(1), "DEPUTY");
        deputy.put("conferenceId", assembly.conference);
        created(officer.post("/api/v1/seasons/" + assembly.season + "/headships", deputy));
        var regulation = Competition.newRegulation();
        regulation.put("title", "Quy chế của khối");
        regulation.put("conferenceId", assembly.conference);
        var season = officer.get("/api/v1/seasons/" + assembly.season).body();
        var adopted = officer.put(
                "/api/v1/seasons/" + assembly.season + "/regulation",
                season.path("version").asInt(),
                regulation);
        assertThat(adopted.status()).as(adopted.text()).isEqualTo(200);
    }

    @Test
    void aConferenceOfWhichNothingWasNotedSaysSo() {
        var assembly = Assembly.of(3);
        var minutes = assembly.officer().get("/api/v1/conferences/" + assembly.conference + "/minutes");
        assertThat(PaperReading.word(minutes.bytes()))
                .contains("Thành phần dự họp chưa được ghi.", "Kết luận của hội nghị chưa được ghi.");
    }

    @Test
    void thereIsABallotToPrintForEachMemberAndNoneTellsWhoseItIs() {
        var assembly = Assembly.of(4);
        var election = assembly.drawn(2);
        var ballots = assembly.officer()
                .get(Assembly.path(election) + "/ballot-papers")
                .bytes();
        assertThat(PaperReading.pages(ballots)).isEqualTo(4);
        assertThat(PaperReading.pdf(ballots, 1))
                .contains("PHIẾU BẦU", "Suy tôn đơn vị dẫn đầu", "Xã thành viên")
                .isEqualTo(PaperReading.pdf(ballots, 4));
        assembly.officer().post(Assembly.path(election) + "/opening", null);
        assertThat(assembly.officer()
                        .get(Assembly.path(election) + "/ballot-papers")
                        .problem())
                .as("a member does not vote here and on paper")
                .isEqualTo("election-status");
    }

    @Test
    void theMinutesOfTheCountHaveTheVotesAndTheRulesTheyWereHeldAgainst() {
        var assembly = Assembly.of(3);
        var election = assembly.opened(2);
        assembly.cast(election, 0, assembly.unit(0));
        assembly.cast(election, 1, assembly.unit(1));
        assembly.cast(election, 2, null);
        assembly.close(election);
        var text = PaperReading.word(assembly.officer()
                .get(Assembly.path(election) + "/counting-minutes")
                .bytes());
        assertThat(text)
                .contains(
                        "BIÊN BẢN KIỂM PHIẾU",
                        "Số đơn vị được quyền bỏ phiếu: 3",
                        "Trong đó phiếu trắng: 1",
                        "2/3 số đơn vị được quyền bỏ phiếu",
                        "Tỷ lệ để được bầu: 1/2 số phiếu đã bỏ (3)",
                        "Không đơn vị nào đạt tỷ lệ phiếu quy định.");
    }

    private static UUID created(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    private static String allPages(byte[] pdf) {
        var text = new StringBuilder();
        for (int page = 1; page <= PaperReading.pages(pdf); page++) {
            text.append(PaperReading.pdf(pdf, page));
        }
        return text.toString();
    }
}
