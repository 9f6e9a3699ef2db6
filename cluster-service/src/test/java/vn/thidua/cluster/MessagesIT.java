package vn.thidua.cluster;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** Whose turn it is hears of it: within the platform, by mail and through a gateway of others. */
class MessagesIT {
    private static final Province PROVINCE = Province.instance();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    /** Thousands of seasons that other tests opened would all be reminded of, and every letter would wait for theirs. */
    @BeforeAll
    static void whatOthersLeftIsOver() {
        Assembly.sql("""
                set session_replication_role = replica;
                update season set state = 'CLOSED' where mode = 'LIVE' and state <> 'CLOSED';
                delete from delivery;
                delete from message;
                delete from reminder;
                set session_replication_role = origin
                """);
    }

    @Test
    void whoHasNotVotedIsRemindedOnceAndWhoHasIsNot() {
        var assembly = Assembly.of(3);
        var election = assembly.opened(2);
        assembly.cast(election, 0, assembly.unit(1));
        Post.remind();
        Post.remind();
        assertThat(codes(assembly.leader(0))).doesNotContain("BALLOT_CAST");
        assertThat(codes(assembly.leader(1))).containsOnlyOnce("BALLOT_CAST");
        var message = own(assembly.leader(2), "BALLOT_CAST");
        assertThat(message.path("text").asString()).isEqualTo("Bỏ phiếu: Suy tôn đơn vị dẫn đầu");
        assertThat(message.path("aboutId").asString()).isEqualTo(assembly.conference.toString());
        assertThat(own(assembly.leader(2).with("Accept-Language", "en"), "BALLOT_CAST")
                        .path("text")
                        .asString())
                .isEqualTo("Vote: Suy tôn đơn vị dẫn đầu");
    }

    @Test
    void aTaskRemindsAWeekBeforeADayBeforeAndWhenItIsLate() {
        var assembly = Assembly.of(2);
        for (var days : List.of(30, 5, 1, -3)) {
            var task =
                    Competition.newKeyTask(assembly.season, today.plusDays(days).toString());
            task.put("text", "việc của ngày " + days);
            task.put("ownerUnitId", assembly.unit(1));
            assertThat(PROVINCE.administrator().post("/api/v1/key-tasks", task).status())
                    .isEqualTo(201);
        }
        Post.remind();
        var stages = messages(assembly.leader(1))
                .filter(message -> message.path("code").asString().equals("KEY_TASK"))
                .map(message -> message.path("stage").asString() + " "
                        + message.path("text").asString())
                .toList();
        var late = "%1$td/%1$tm/%1$tY".formatted(today.minusDays(3));
        assertThat(stages).hasSize(3).contains("LATE Nhiệm vụ: việc của ngày -3: quá hạn từ " + late);
        assertThat(stages.stream().map(stage -> stage.split(" ", 2)[0]))
                .containsExactlyInAnyOrder("WEEK", "DAY", "LATE");
        assertThat(codes(assembly.leader(0))).doesNotContain("KEY_TASK");
    }

    @Test
    void aMovedDayRemindsAnew() {
        var assembly = Assembly.of(2);
        var task = Competition.keyTask(assembly.season, today.plusDays(3).toString());
        Post.remind();
        var moved = ClusterTargets.because(
                Competition.newKeyTask(assembly.season, today.plusDays(6).toString()), "seasonId");
        var answer = PROVINCE.administrator().put("/api/v1/key-tasks/" + task, 1, moved);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Post.remind();
        assertThat(codes(assembly.leader(0)).stream().filter("KEY_TASK"::equals))
                .hasSize(2);
    }

    @Test
    void onesOwnMessagesAreReadAndNobodyElses() {
        var assembly = Assembly.of(3);
        assembly.opened(2);
        Post.remind();
        var path = "/api/v1/messages/"
                + own(assembly.leader(1), "BALLOT_CAST").path("id").asString() + "/reading";
        assertThat(assembly.leader(2).post(path, null).status()).isEqualTo(404);
        assertThat(assembly.leader(1).post(path, null).status()).isEqualTo(204);
        assertThat(assembly.leader(1).post(path, null).status()).isEqualTo(204);
        assertThat(assembly.leader(1)
                        .get("/api/v1/messages?unread=true")
                        .body()
                        .path("items")
                        .findValuesAsString("code"))
                .doesNotContain("BALLOT_CAST");
        assertThat(own(assembly.leader(1), "BALLOT_CAST").path("readAt").isNull())
                .isFalse();
    }

    @Test
    void whatWaitsGoesOutTogetherByMailAndGatewayAndTheNextAnHourLater()
            throws MessagingException, IOException, GeneralSecurityException {
        var assembly = Assembly.of(3);
        reachable(assembly, 1);
        assembly.opened(2);
        Competition.keyTask(assembly.season, null);
        var task = Competition.newKeyTask(assembly.season, today.toString());
        task.put("ownerUnitId", assembly.unit(1));
        PROVINCE.administrator().post("/api/v1/key-tasks", task);
        Post.remind();
        Post.deliver();
        var mail = mailsTo(assembly, 1);
        assertThat(mail).hasSize(1);
        assertThat(mail.getFirst().getSubject()).isEqualTo("[Thi đua] 2 việc đang chờ");
        assertThat((String) mail.getFirst().getContent())
                .contains("- Bỏ phiếu: Suy tôn đơn vị dẫn đầu", "Khối thi đua các xã", "- Nhiệm vụ: ");
        var called = calls(assembly, 1);
        assertThat(called).hasSize(1);
        assertThat(called.getFirst().getHeader("X-Thidua-Signature"))
                .isEqualTo("sha256=" + hmac(called.getFirst().getBody()));
        assertThat(states(assembly, 1)).containsOnly("SENT");

        Competition.conference(assembly.cluster, today.toString(), Map.of("MID_YEAR", assembly.season));
        task.put("text", "việc đến sau");
        PROVINCE.administrator().post("/api/v1/key-tasks", task);
        Post.remind();
        Post.deliver();
        assertThat(mailsTo(assembly, 1)).hasSize(1);
        Assembly.sql("update delivery set sent_at = sent_at - interval '61 minutes' where sent_at is not null");
        Post.deliver();
        assertThat(mailsTo(assembly, 1)).hasSize(2);
        assertThat(mailsTo(assembly, 1).getLast().getSubject()).contains("việc đến sau");
    }

    @Test
    void whileTheMailServerIsDownNothingIsLostAndTheLetterKeepsItsId() throws MessagingException {
        var assembly = Assembly.of(3);
        reachable(assembly, 1);
        assembly.opened(2);
        Post.MAIL.getSmtp().stopService();
        try {
            Post.remind();
            Post.deliver();
            assertThat(Assembly.text(delivery(assembly, "d.state || ' ' || d.attempts || ' ' || d.error")))
                    .isEqualTo("PENDING 1 MailSendException");
            Assembly.sql("update delivery set next_try_at = now() where state = 'PENDING'");
            Post.deliver();
            assertThat(Assembly.text(delivery(assembly, "d.attempts"))).isEqualTo("2");
            assertThat(Assembly.text(delivery(assembly, "d.next_try_at > now() + interval '100 seconds'")))
                    .isEqualTo("t");
        } finally {
            Post.MAIL.reset();
        }
        Assembly.sql("update delivery set next_try_at = now() where state = 'PENDING'");
        Post.deliver();
        var mail = mailsTo(assembly, 1);
        assertThat(mail).hasSize(1);
        assertThat(mail.getFirst().getMessageID())
                .isEqualTo(
                        "<" + own(assembly.leader(1), "BALLOT_CAST").path("id").asString() + "@thidua>");
    }

    @Test
    void whoHasNoAddressIsReachedWithinThePlatformAndTheAuditorSeesIt() {
        var assembly = Assembly.of(3);
        assembly.opened(2);
        Post.remind();
        Post.deliver();
        var auditor = PROVINCE.person(PROVINCE.holder(assembly.unit(1), "AUDITOR", "UNIT"));
        var outgoing = auditor.get("/api/v1/messages/outgoing?limit=1").body();
        var item = outgoing.path("items").path(0);
        assertThat(item.path("message").path("code").asString()).isEqualTo("BALLOT_CAST");
        assertThat(item.path("personName").asString()).startsWith("Người ");
        assertThat(item.path("deliveries").findValuesAsString("state")).containsExactly("NO_ADDRESS", "NO_ADDRESS");
        assertThat(assembly.leader(1).get("/api/v1/messages/outgoing").status()).isEqualTo(403);
    }

    @Test
    void twoInstancesRemindAndSendOnce() {
        var assembly = Assembly.of(4);
        for (int member = 0; member < 4; member++) {
            reachable(assembly, member);
        }
        try (var beside = PROVINCE.instanceBeside()) {
            assertThat(beside.api().get("/api/v1/me").status()).isEqualTo(401);
            assembly.opened(2);
            for (int i = 0; i < 3; i++) {
                Post.remind();
                Post.deliver();
            }
        }
        for (int member = 0; member < 4; member++) {
            assertThat(codes(assembly.leader(member)).stream().filter("BALLOT_CAST"::equals))
                    .hasSize(1);
            assertThat(calls(assembly, member)).hasSize(1);
        }
    }

    private static void reachable(Assembly assembly, int member) {
        var account = assembly.members.get(member).leader();
        Assembly.sql("update person set email = '%1$s@xa.example', phone = '0900 %1$s' where account = '%1$s'"
                .formatted(account)
                .replace("0900 account-", "0900 "));
    }

    private static List<MimeMessage> mailsTo(Assembly assembly, int member) {
        var address = assembly.members.get(member).leader() + "@xa.example";
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

    private static List<LoggedRequest> calls(Assembly assembly, int member) {
        var person = Assembly.text("select id from person where account = '"
                + assembly.members.get(member).leader() + "'");
        return Post.GATEWAY.findAll(postRequestedFor(anyUrl())).stream()
                .filter(call -> call.getBodyAsString().contains(person))
                .toList();
    }

    private static String delivery(Assembly assembly, String column) {
        return """
                select %s from delivery d join message m on m.id = d.message_id join person p on p.id = m.person_id
                where d.channel = 'EMAIL' and p.account = '%s'
                """.formatted(column, assembly.members.get(1).leader());
    }

    private static List<String> states(Assembly assembly, int member) {
        return List.of(Assembly.text("""
                select string_agg(distinct d.state, ',') from delivery d join message m on m.id = d.message_id
                join person p on p.id = m.person_id where p.account = '%s'
                """.formatted(assembly.members.get(member).leader()))
                .split(","));
    }

    private static String hmac(byte[] body) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Post.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }

    private static java.util.stream.Stream<JsonNode> messages(Api api) {
        return api.get("/api/v1/messages").body().path("items").valueStream();
    }

    private static List<String> codes(Api api) {
        return messages(api).map(message -> message.path("code").asString()).toList();
    }

    private static JsonNode own(Api api, String code) {
        return messages(api)
                .filter(message -> message.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
