package vn.thidua.cluster;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.TestIssuer;

/** How people come to their first password, and to a new one, without anybody else ever knowing it. */
class PasswordLinksIT {
    private static final Province PROVINCE = Province.instance();

    private final UUID commune = PROVINCE.unit("Xã tự đặt mật khẩu", PROVINCE.id);
    private final String username = "m" + UUID.randomUUID();
    private final String subject = UUID.randomUUID().toString();

    @Test
    void whoGetsAnAccountIsSentALinkToSetThePasswordToTheAddressOfThatDay() {
        var person = reachable("Người Mới Tự Đặt");
        make(person);
        assertThat(mail(person).path("state").asString()).isEqualTo("WAITING");
        assertThat(mail(person).path("linkSentAt").isNull()).isTrue();
        send(person);
        assertThat(mail(person).path("state").asString()).isEqualTo("DONE");
        assertThat(mail(person).path("linkSentAt").isNull()).isFalse();
        var told = Identity.calls(subject).stream()
                .filter(call -> call.startsWith("PUT  ") || call.startsWith("PUT {"))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst())
                .contains("\"email\":\"" + address() + "\"", "\"firstName\":\"Người\"", "\"emailVerified\":false");
        assertThat(links())
                .containsExactly(
                        "PUT /execute-actions-email?client_id=gateway&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2F"
                                + "&lifespan=259200 [\"UPDATE_PASSWORD\"]");
    }

    @Test
    void theInvitationTellsThatTheLinkComesInALetterOfItsOwn() throws Exception {
        var person = reachable("Người Được Mời Tự Đặt");
        make(person);
        Post.deliver();
        for (var letter : Post.MAIL.getReceivedMessages()) {
            if (letter.getAllRecipients()[0].toString().equals(address())) {
                assertThat((String) letter.getContent())
                        .contains("liên kết đặt mật khẩu")
                        .doesNotContain("trao tận tay");
                return;
            }
        }
        throw new AssertionError("no letter came");
    }

    @Test
    void whoseAccountWasThereAlreadyKeepsThePasswordAndOnlyTheAddressIsTold() {
        var person = reachable("Người Có Sẵn");
        Identity.has(username, subject, Instant.parse("2025-01-01T00:00:00Z"));
        ask(person, true);
        Schedule.run("accounts");
        send(person);
        assertThat(mail(person).path("state").asString()).isEqualTo("DONE");
        assertThat(mail(person).path("linkAskedAt").isNull()).isTrue();
        assertThat(links()).isEmpty();
    }

    @Test
    void whileTheProviderOrItsMailServerIsAwayTheLinkWaitsAndThePersonIsEntrustedAllTheSame() {
        var person = known("Người Quên Mật Khẩu");
        Identity.link(subject, aResponse().withStatus(500));
        assertThat(link(PROVINCE.administrator(), person).status()).isEqualTo(202);
        PROVINCE.mandate(person, commune, "VERIFIER", "UNIT");
        send(person);
        assertThat(mail(person).path("state").asString()).isEqualTo("WAITING");
        assertThat(mail(person).path("error").asString()).isEqualTo("InternalServerError");
        Identity.link(subject, aResponse().withStatus(204));
        send(person);
        assertThat(mail(person).path("state").asString()).isEqualTo("DONE");
        assertThat(links()).hasSize(2);
        assertThat(PROVINCE.administrator()
                        .get("/api/v1/audit/cluster?aggregateId=" + person)
                        .text())
                .contains("account.link-requested");
    }

    @Test
    void nobodyIsSentASecondLinkBeforeAWhileHasPassed() {
        var person = known("Người Bấm Nhiều");
        assertThat(link(PROVINCE.administrator(), person).status()).isEqualTo(202);
        assertThat(link(PROVINCE.administrator(), person).status())
                .as("it waits: asking again changes nothing")
                .isEqualTo(202);
        send(person);
        var tooSoon = link(PROVINCE.administrator(), person);
        assertThat(tooSoon.status()).isEqualTo(409);
        assertThat(tooSoon.body().path("detail").asString()).startsWith("Vừa gửi liên kết");
        Assembly.sql("update account_mail set link_asked_at = link_asked_at - interval '11 minutes', "
                + "link_sent_at = link_sent_at - interval '11 minutes' where person_id = '" + person + "'");
        assertThat(link(PROVINCE.administrator(), person).status()).isEqualTo(202);
        send(person);
        assertThat(links()).hasSize(2);
    }

    @Test
    void whoHasNoAddressOrNoAccountGetsNoLinkAndTheAdministratorReadsWhy() {
        var without = PROVINCE.person("Người Không Thư Điện Tử", commune, subject);
        var refused = link(PROVINCE.administrator(), without);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString()).startsWith("Người này chưa có địa chỉ thư");
        assertThat(link(PROVINCE.administrator(), reachable("Người Chưa Tài Khoản"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void withoutAMailServerPasswordsGoByHandAndTheAdministratorReadsWhy() {
        var person = known("Người Ở Nơi Không Máy Chủ Thư");
        try (var instance = PROVINCE.instanceBeside(Map.of("thidua.accounts.mail-server", ""))) {
            var there = instance.api().as(TestIssuer.instance().person(Province.ADMINISTRATOR));
            var account = there.get("/api/v1/people/" + person + "/account").body();
            assertThat(account.path("sendsLinks").asBoolean()).isFalse();
            var refused = link(there, person);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().path("detail").asString()).startsWith("Hệ thống chưa có máy chủ thư");
        }
    }

    @Test
    void anAccountOfAnotherProviderIsSentNothing() {
        var person = known("Người Đăng Nhập Nơi Khác");
        Identity.address(subject, aResponse().withStatus(404));
        link(PROVINCE.administrator(), person);
        send(person);
        assertThat(mail(person).path("state").asString()).isEqualTo("REFUSED");
        assertThat(mail(person).path("error").asString()).isEqualTo("account-elsewhere");
        assertThat(links()).isEmpty();
    }

    @Test
    void aNewAddressIsToldSoThatNoLinkGoesToTheOldOne() {
        var person = known("Người Đổi Thư");
        send(person);
        var changed = new HashMap<String, Object>(Map.of("name", "Người Đổi Thư", "unitId", commune));
        changed.put("account", Map.of("subject", subject));
        assertThat(PROVINCE.administrator()
                        .put("/api/v1/people/" + person, 1, changed)
                        .status())
                .isEqualTo(200);
        Identity.KEYCLOAK.stubFor(get(urlPathEqualTo(Identity.USERS + "/" + subject))
                .willReturn(okJson("{\"username\":\"u\",\"email\":\"" + address() + "\"}")));
        send(person);
        assertThat(Identity.calls(subject).getLast()).contains("\"email\":\"\"");
        assertThat(mail(person).path("state").asString()).isEqualTo("DONE");
    }

    @Test
    void whoDoesNotStandAboveAllOfAPersonsMandatesNeitherSendsALinkNorMovesTheAddressItGoesTo() {
        var local = PROVINCE.person(PROVINCE.holder(commune, "ADMINISTRATOR", "SUBTREE"));
        var person = known("Người Kiêm Nhiệm Ở Tỉnh");
        assertThat(link(local, person).status()).isEqualTo(202);
        PROVINCE.mandate(person, PROVINCE.id, "VERIFIER", "UNIT");
        assertThat(link(local, person).status()).isEqualTo(403);
        var changed = new HashMap<String, Object>(Map.of("name", "Người Kiêm Nhiệm Ở Tỉnh", "unitId", commune));
        changed.put("account", Map.of("subject", subject));
        changed.put("email", "ke-khac@xa.example");
        assertThat(local.put("/api/v1/people/" + person, 1, changed).status()).isEqualTo(403);
        changed.put("email", address());
        changed.put("phone", "0912345678");
        assertThat(local.put("/api/v1/people/" + person, 1, changed).status()).isEqualTo(200);
    }

    @Test
    void whoIsErasedIsForgottenHereToo() {
        var person = known("Người Xin Xóa");
        link(PROVINCE.administrator(), person);
        PROVINCE.administrator().post("/api/v1/people/" + person + "/erasure", Map.of("reason", "theo yêu cầu"));
        assertThat(Assembly.text("select count(*) from account_mail where person_id = '" + person + "'"))
                .isEqualTo("0");
    }

    private static void send(UUID person) {
        Assembly.sql("update account_mail set next_try_at = '2000-01-01' where person_id = '" + person + "'");
        Schedule.run("account-mails");
    }

    private void make(UUID person) {
        Identity.making(username, Identity.made(subject));
        ask(person, false);
        Schedule.run("accounts");
    }

    private void ask(UUID person, boolean existing) {
        PROVINCE.administrator()
                .post("/api/v1/people/" + person + "/account", Map.of("username", username, "existing", existing));
    }

    private static Api.Answer link(Api caller, UUID person) {
        return caller.post("/api/v1/people/" + person + "/account/password-link", null);
    }

    private UUID reachable(String name) {
        return PROVINCE.administrator()
                .post("/api/v1/people", Map.of("name", name, "unitId", commune, "email", address()))
                .id();
    }

    /** Somebody with an account and an address. */
    private UUID known(String name) {
        return PROVINCE.administrator()
                .post(
                        "/api/v1/people",
                        Map.of(
                                "name",
                                name,
                                "unitId",
                                commune,
                                "email",
                                address(),
                                "account",
                                Map.of("subject", subject)))
                .id();
    }

    private String address() {
        return username + "@xa.example";
    }

    private List<String> links() {
        return Identity.calls(subject).stream()
                .filter(call -> call.contains("execute-actions-email"))
                .toList();
    }

    private static JsonNode mail(UUID person) {
        return PROVINCE.administrator()
                .get("/api/v1/people/" + person + "/account")
                .body()
                .path("mail");
    }
}
