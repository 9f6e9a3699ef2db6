package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** Guests who are nobody here but have an address hear of a conference by mail, as units do. */
class GuestLettersIT {
    private static final Province PROVINCE = Province.instance();

    private final Assembly assembly = Assembly.of(2);
    private final LocalDate day = LocalDate.parse(Competition.nextMonth());
    private final Map<String, Object> conference =
            Competition.newConference(assembly.cluster, day.toString(), Map.of("YEAR_END", assembly.season));
    private final UUID id =
            Draft.ok(assembly.officer().post("/api/v1/conferences", conference)).id();
    private final String path = "/api/v1/conferences/" + id;
    private final String address = "khach-" + UUID.randomUUID() + "@tinh.example";

    @Test
    void aGuestWithAnAddressGetsOneLetterHoweverOftenSomebodyInvites() throws MessagingException, IOException {
        invite();
        invite();
        assertThat(guest().path("letter").asString()).isEqualTo("PENDING");
        Post.deliver();
        Post.deliver();
        assertThat(mails()).hasSize(1);
        var mail = mails().getFirst();
        assertThat(mail.getSubject()).startsWith("[Thi đua] Mời dự hội nghị: ");
        assertThat((String) mail.getContent())
                .contains(
                        "Kính gửi Bà Khách,",
                        "Mời dự hội nghị: %1$td/%1$tm/%1$tY, Hội trường tỉnh – %2$s"
                                .formatted(day, conference.get("title")),
                        "Khối thi đua các xã – cơ quan tổ chức: Cơ quan tổ chức")
                .doesNotContain("http");
        assertThat(guest().path("letter").asString()).isEqualTo("SENT");
        assertThat(guest().toString()).as("the address is shown to nobody").doesNotContain(address);
    }

    @Test
    void whileTheMailServerIsDownTheLetterWaitsAndGoesOutOnceItIsBack() {
        invite();
        Post.MAIL.getSmtp().stopService();
        try {
            Post.deliver();
            assertThat(delivery().path("state").asString()).isEqualTo("PENDING");
            assertThat(delivery().path("attempts").asInt()).isEqualTo(1);
            assertThat(delivery().path("error").asString()).isEqualTo("MailSendException");
        } finally {
            Post.MAIL.reset();
        }
        Assembly.sql("update guest_letter set next_try_at = now() where state = 'PENDING'");
        Post.deliver();
        assertThat(mails()).hasSize(1);
        assertThat(delivery().path("state").asString()).isEqualTo("SENT");
        assertThat(delivery().path("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void whatWentOutToGuestsIsAmongWhatWentOutInItsOrderAndInPages() {
        invite();
        var auditor = auditor();
        var outgoing = auditor.get("/api/v1/messages/outgoing").body().path("items");
        assertThat(outgoing.findValuesAsString("personName")).contains("Bà Khách");
        var letter = outgoing().path("message");
        assertThat(letter.path("code").asString()).isEqualTo("CONFERENCE_INVITED");
        assertThat(letter.path("text").asString()).startsWith("Mời dự hội nghị: ");
        assertThat(letter.path("unitName").asString()).isEqualTo("Cơ quan tổ chức");
        assertThat(letter.path("aboutId").asString()).isEqualTo(id.toString());
        conference.put("place", "Nhà văn hóa");
        Draft.ok(assembly.officer().put(path, 2, conference));
        var all = auditor.get("/api/v1/messages/outgoing?limit=200")
                .body()
                .path("items")
                .findValuesAsString("id");
        var first = auditor.get("/api/v1/messages/outgoing?limit=1").body();
        var second = auditor.get("/api/v1/messages/outgoing?limit=1&after="
                        + first.path("next").asString())
                .body();
        assertThat(first.path("items").size()).isEqualTo(1);
        assertThat(List.of(
                        first.path("items").path(0).path("message").path("id").asString(),
                        second.path("items").path(0).path("message").path("id").asString()))
                .isEqualTo(all.subList(0, 2));
        assertThat(assembly.leader(1).get("/api/v1/messages/outgoing").status()).isEqualTo(403);
    }

    @Test
    void anotherPlaceIsToldAnewAndAWithdrawalIsToldAndThenNothingOfTheGuestIsKept() {
        invite();
        Post.deliver();
        conference.put("place", "Nhà văn hóa");
        Draft.ok(assembly.officer().put(path, 2, conference));
        Post.deliver();
        withdraw();
        Post.deliver();
        var subjects = mails().stream().map(GuestLettersIT::subject).toList();
        assertThat(subjects).hasSize(3);
        assertThat(subjects.get(1)).contains("thay đổi thời gian hoặc địa điểm", "Nhà văn hóa");
        assertThat(subjects.get(2)).contains("Rút giấy mời");
        assertThat(Assembly.text(
                        "select count(*) from guest_letter where conference_id = '%s' and num_nonnulls(name, email) > 0"
                                .formatted(id)))
                .isEqualTo("0");
    }

    @Test
    void whatIsWithdrawnBeforeItWentOutIsNotSent() {
        invite();
        withdraw();
        Post.deliver();
        assertThat(mails()).isEmpty();
        assertThat(Assembly.text("select count(*) from guest_letter where conference_id = '" + id + "'"))
                .isEqualTo("0");
    }

    @Test
    void anAddressIsOneAndAGuestWithoutOneGetsNoLetter() {
        var body = invitations();
        body.put("guests", List.of(Map.of("name", "Bà Khách", "email", "không phải", "capacity", "GUEST")));
        var refused = assembly.officer().post(path + "/invitations", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsString("pointer")).containsExactly("/guests/0/email");
        body.put("guests", List.of(Map.of("name", "Bà Khách", "capacity", "GUEST")));
        Draft.ok(assembly.officer().post(path + "/invitations", body));
        assertThat(guest().path("letter").isNull()).isTrue();
    }

    private Map<String, Object> invitations() {
        var body = Competition.newInvitations();
        body.put(
                "guests",
                List.of(Map.of(
                        "name", "Bà Khách", "office", "Nguyên Phó Chủ tịch", "email", address, "capacity", "GUEST")));
        return body;
    }

    private void invite() {
        Draft.ok(assembly.officer().post(path + "/invitations", invitations()));
    }

    private void withdraw() {
        var withdrawn = assembly.officer()
                .with("If-Match", "\"" + guest().path("version").asInt() + "\"")
                .post(
                        path + "/invitations/" + guest().path("id").asString() + "/withdrawal",
                        Map.of("reason", "mời nhầm"));
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(204);
    }

    private JsonNode guest() {
        return assembly.officer()
                .get(path + "/invitations")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("unitId").isNull())
                .findFirst()
                .orElseThrow();
    }

    private Api auditor() {
        return PROVINCE.person(PROVINCE.holder(assembly.organiser, "AUDITOR", "SUBTREE"));
    }

    private JsonNode outgoing() {
        return auditor()
                .get("/api/v1/messages/outgoing")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("guest").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode delivery() {
        return outgoing().path("deliveries").path(0);
    }

    private List<MimeMessage> mails() {
        return Arrays.stream(Post.MAIL.getReceivedMessages())
                .filter(mail -> to(mail).equals(address))
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
