package vn.thidua.cluster;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** How people get their log-in, whatever the identity provider is up to. */
class AccountsIT {
    private static final Province PROVINCE = Province.instance();
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

    private final UUID commune = PROVINCE.unit("Xã có người mới", PROVINCE.id);
    private final String username = "u" + UUID.randomUUID();
    private final String subject = UUID.randomUUID().toString();

    @Test
    void anAccountThatWasAskedForIsMadeAndLinked() {
        var person = PROVINCE.person("Trịnh Văn Mới", commune);
        Identity.making(username, Identity.made(subject));
        var asked = ask(person, username, false);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.body().path("request").path("state").asString()).isEqualTo("WAITING");
        Schedule.run("accounts");
        assertThat(subjectOf(person)).isEqualTo(subject);
        assertThat(account(person).path("request").path("state").asString()).isEqualTo("DONE");
        assertThat(Identity.attempts(username)).hasSize(1);
        assertThat(Identity.attempts(username).getFirst().path("firstName").asString())
                .isEqualTo("Trịnh Văn Mới");
        assertThat(PROVINCE.person(subject).get("/api/v1/me").status()).isEqualTo(200);
        assertThat(ask(person, username, false).status()).isEqualTo(409);
    }

    @Test
    void whileTheProviderIsAwayThePersonIsEntrustedAllTheSameAndTheAccountFollows() {
        var person = PROVINCE.person("Người Chờ", commune);
        Identity.making(username, aResponse().withStatus(503));
        ask(person, username, false);
        PROVINCE.mandate(person, commune, "VERIFIER", "UNIT");
        Schedule.run("accounts");
        var request = account(person).path("request");
        assertThat(request.path("state").asString()).isEqualTo("WAITING");
        assertThat(request.path("error").asString()).isEqualTo("ServiceUnavailable");
        Identity.making(username, Identity.made(subject));
        Schedule.run("accounts");
        assertThat(subjectOf(person)).as("not before its time").isNull();
        again(person);
        assertThat(subjectOf(person)).isEqualTo(subject);
    }

    @Test
    void aNameThatIsThereIsRefusedUnlessThatAccountIsMeant() {
        var person = PROVINCE.person("Người Đã Có", commune);
        Identity.has(username, subject, LONG_AGO);
        ask(person, username, false);
        Schedule.run("accounts");
        assertThat(account(person).path("request").path("error").asString()).isEqualTo("username-exists");
        assertThat(ask(person, username, true).status()).isEqualTo(202);
        Schedule.run("accounts");
        assertThat(subjectOf(person)).isEqualTo(subject);
        assertThat(Identity.attempts(username)).isEmpty();
    }

    @Test
    void aNameThatIsNotThereCannotBeLinked() {
        var person = PROVINCE.person("Người Nhầm", commune);
        ask(person, username, true);
        Schedule.run("accounts");
        assertThat(account(person).path("request").path("error").asString()).isEqualTo("username-unknown");
    }

    @Test
    void whoDiedBetweenMakingAndLinkingLinksWhatWasMade() {
        var person = PROVINCE.person("Người Giữa Chừng", commune);
        Identity.making(username, aResponse().withStatus(500));
        ask(person, username, false);
        Schedule.run("accounts");
        Identity.has(username, subject, Instant.now());
        again(person);
        assertThat(subjectOf(person)).isEqualTo(subject);
        assertThat(Identity.attempts(username)).hasSize(1);
    }

    @Test
    void theAccountOfAnotherPersonIsNotLinked() {
        var holder = "account-" + UUID.randomUUID();
        PROVINCE.person("Người Trước", commune, holder);
        var person = PROVINCE.person("Người Sau", commune);
        Identity.has(username, holder, LONG_AGO);
        ask(person, username, true);
        Schedule.run("accounts");
        assertThat(account(person).path("request").path("error").asString()).isEqualTo("account-of-another");
        assertThat(subjectOf(person)).isNull();
    }

    @Test
    void twoPeopleCannotAskForOneName() {
        var one = PROVINCE.person("Người Một", commune);
        var two = PROVINCE.person("Người Hai", commune);
        assertThat(ask(one, username, false).status()).isEqualTo(202);
        var refused = ask(two, username, false);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/username");
    }

    @Test
    void aPasswordCountsForOneLogInAndIsKeptNowhere() {
        var person = PROVINCE.person("Người Quên", commune, subject);
        assertThat(password(PROVINCE.administrator(), person, "Mot-lan-98231").status())
                .isEqualTo(204);
        assertThat(Identity.calls(subject)).hasSize(2);
        assertThat(Identity.calls(subject).getFirst())
                .startsWith("PUT /reset-password")
                .contains("Mot-lan-98231", "\"temporary\":true");
        assertThat(Identity.calls(subject).getLast()).startsWith("POST /logout");
        assertThat(Assembly.text("select count(*) from kit.audit a where a::text like '%Mot-lan-98231%'"))
                .isEqualTo("0");
        var trail = PROVINCE.administrator()
                .get("/api/v1/audit/cluster?aggregateId=" + person)
                .text();
        assertThat(trail).contains("account.password-set").doesNotContain("Mot-lan");
    }

    @Test
    void aPasswordThatIsNotTakenSaysWhy() {
        var person = PROVINCE.person("Người Thử", commune, subject);
        Identity.password(subject, aResponse().withStatus(400));
        var weak = password(PROVINCE.administrator(), person, "12345678");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body().path("errors").path(0).path("code").asString()).isEqualTo("too-weak");
        Identity.password(subject, aResponse().withStatus(404));
        assertThat(password(PROVINCE.administrator(), person, "12345678").status())
                .isEqualTo(409);
        Identity.password(subject, aResponse().withStatus(502));
        assertThat(password(PROVINCE.administrator(), person, "12345678").status())
                .isEqualTo(503);
        assertThat(password(PROVINCE.administrator(), PROVINCE.person("Không Tài Khoản", commune), "12345678")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whoDoesNotStandAboveAllOfAPersonsMandatesDecidesNothingAboutTheLogIn() {
        var local = PROVINCE.person(PROVINCE.holder(commune, "ADMINISTRATOR", "SUBTREE"));
        var person = PROVINCE.person("Người Kiêm Nhiệm", commune, subject);
        assertThat(password(local, person, "Mot-lan-98231").status()).isEqualTo(204);
        PROVINCE.mandate(person, PROVINCE.id, "VERIFIER", "UNIT");
        assertThat(password(local, person, "Mot-lan-98231").status()).isEqualTo(403);
        Map<String, Object> changed = new HashMap<>(Map.of("name", "Người Kiêm Nhiệm", "unitId", commune));
        changed.put("account", Map.of("subject", "account-" + UUID.randomUUID()));
        assertThat(local.put("/api/v1/people/" + person, 1, changed).status()).isEqualTo(403);
        changed.put("account", Map.of("subject", subject));
        changed.put("phone", "0912345678");
        assertThat(local.put("/api/v1/people/" + person, 1, changed).status()).isEqualTo(200);

        var waiting = PROVINCE.person("Người Sẽ Kiêm Nhiệm", commune);
        PROVINCE.mandate(waiting, PROVINCE.id, "VERIFIER", "UNIT");
        var refused = local.post("/api/v1/people/" + waiting + "/account", wanted(username, false));
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void whoGetsAnAccountIsInvitedByLetterWithTheNameAndWithoutAPassword() throws MessagingException, IOException {
        var person = reachable("Người Được Mời");
        Identity.making(username, Identity.made(subject));
        ask(person, username, false);
        assertThat(account(person).path("invitation").isNull()).isTrue();
        Schedule.run("accounts");
        assertThat(invitation(person)).isEqualTo("WAITING");
        Post.deliver();
        var mail = mails();
        assertThat(mail).hasSize(1);
        assertThat(mail.getFirst().getSubject()).isEqualTo("[Thi đua] Mời đăng nhập hệ thống");
        assertThat((String) mail.getFirst().getContent())
                .contains("Tên đăng nhập: " + username, "http://127.0.0.1:8080", "liên kết đặt mật khẩu");
        assertThat(invitation(person)).isEqualTo("SENT");
        var auditor = PROVINCE.person(PROVINCE.holder(commune, "AUDITOR", "UNIT"));
        var outgoing = auditor.get("/api/v1/messages/outgoing?limit=1")
                .body()
                .path("items")
                .path(0);
        assertThat(outgoing.path("message").path("code").asString()).isEqualTo("INVITATION");
        assertThat(outgoing.path("personName").asString()).isEqualTo("Người Được Mời");
        assertThat(outgoing.path("message").path("unitId").asString()).isEqualTo(commune.toString());
    }

    @Test
    void whoseAccountWasThereAlreadyIsInvitedWithoutAOneTimePassword() throws MessagingException, IOException {
        var person = reachable("Người Đã Dùng");
        Identity.has(username, subject, LONG_AGO);
        ask(person, username, true);
        Schedule.run("accounts");
        Post.deliver();
        assertThat((String) mails().getFirst().getContent())
                .contains("bằng mật khẩu đồng chí vẫn dùng")
                .doesNotContain("một lần");
    }

    @Test
    void whoHasNoAddressIsNotReachedAndTheAdministratorKnows() {
        var person = PROVINCE.person("Người Không Thư", commune);
        Identity.making(username, Identity.made(subject));
        ask(person, username, false);
        Schedule.run("accounts");
        Post.deliver();
        assertThat(invitation(person)).isEqualTo("NO_ADDRESS");
        Assembly.sql("update person set email = '%s' where id = '%s'".formatted(address(), person));
        assertThat(inviteAgain(person).status()).isEqualTo(202);
        Post.deliver();
        assertThat(invitation(person)).isEqualTo("SENT");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void nobodyIsInvitedAgainBeforeAWhileHasPassed() {
        var person = reachable("Người Mời Lại");
        assertThat(inviteAgain(person).problem()).isEqualTo("conflict");
        Identity.making(username, Identity.made(subject));
        ask(person, username, false);
        Schedule.run("accounts");
        Post.deliver();
        var tooSoon = inviteAgain(person);
        assertThat(tooSoon.status()).isEqualTo(409);
        assertThat(tooSoon.body().path("detail").asString()).startsWith("Vừa mời người này");
        Assembly.sql("update message set invited_at = invited_at - interval '61 minutes' where person_id = '%s'"
                .formatted(person));
        Assembly.sql("update delivery set sent_at = sent_at - interval '61 minutes' where person_id = '%s'"
                .formatted(person));
        assertThat(inviteAgain(person).status()).isEqualTo(202);
        Post.deliver();
        assertThat(mails()).hasSize(2);
        assertThat(PROVINCE.administrator()
                        .get("/api/v1/audit/cluster?aggregateId=" + person)
                        .text())
                .contains("account.invited");
    }

    @Test
    void whoIsErasedLosesTheAccountToo() {
        var person = PROVINCE.person("Người Ra Đi", commune, subject);
        erase(person);
        Schedule.run("accounts");
        assertThat(Identity.calls(subject)).containsExactly("DELETE");
        assertThat(Assembly.text("select count(*) from account_request where person_id = '" + person + "'"))
                .isEqualTo("0");
    }

    @Test
    void whoIsErasedWhileTheAccountIsMadeLosesItToo() {
        var person = PROVINCE.person("Người Vội Đi", commune);
        Identity.making(username, aResponse().withStatus(500));
        ask(person, username, false);
        Schedule.run("accounts");
        erase(person);
        Identity.has(username, subject, Instant.now());
        again(person);
        assertThat(Identity.calls(subject)).containsExactly("DELETE");
        assertThat(account(person).path("request").isNull()).isTrue();
    }

    private static void erase(UUID person) {
        var erased = PROVINCE.administrator()
                .post("/api/v1/people/" + person + "/erasure", Map.of("reason", "theo yêu cầu"));
        assertThat(erased.status()).isEqualTo(204);
    }

    private static void again(UUID person) {
        Assembly.sql("update account_request set next_try_at = now() where person_id = '" + person + "'");
        Schedule.run("accounts");
    }

    private static Map<String, Object> wanted(String username, boolean existing) {
        return Map.of("username", username, "existing", existing);
    }

    private static Api.Answer ask(UUID person, String username, boolean existing) {
        return PROVINCE.administrator().post("/api/v1/people/" + person + "/account", wanted(username, existing));
    }

    private static Api.Answer password(Api caller, UUID person, String password) {
        return caller.send(
                "PUT", "/api/v1/people/" + person + "/account/password", "{\"password\":\"" + password + "\"}");
    }

    private UUID reachable(String name) {
        return PROVINCE.administrator()
                .post("/api/v1/people", Map.of("name", name, "unitId", commune, "email", address()))
                .id();
    }

    private String address() {
        return username + "@xa.example";
    }

    private List<MimeMessage> mails() {
        return Arrays.stream(Post.MAIL.getReceivedMessages())
                .filter(mail -> to(mail).equals(address()))
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Api.Answer inviteAgain(UUID person) {
        return PROVINCE.administrator().post("/api/v1/people/" + person + "/account/invitation", null);
    }

    private static String invitation(UUID person) {
        return account(person).path("invitation").path("state").asString();
    }

    private static JsonNode account(UUID person) {
        return PROVINCE.administrator()
                .get("/api/v1/people/" + person + "/account")
                .body();
    }

    private static String subjectOf(UUID person) {
        return account(person).path("subject").asString(null);
    }
}
