package vn.thidua.cluster;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Scratch;
import vn.thidua.kit.test.ServiceUnderTest;
import vn.thidua.kit.test.TestIssuer;

/** A province that was just set up: one unit, one administrator. Tests add what they need and stay out of each other's way. */
final class Province {
    static final String ADMINISTRATOR = "account-of-the-administrator";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Province INSTANCE = new Province();

    /** Where the private keys of open ballot sessions lie. */
    final Path ballotKeys = Scratch.folder("ballot-keys");

    final ServiceUnderTest service = ServiceUnderTest.start(ClusterService.class, settings());
    final UUID id;

    private Province() {
        var done = service.api()
                .post(
                        "/api/v1/setup",
                        Map.of(
                                "code", "set-me-up",
                                "unit",
                                        Map.of(
                                                "code", "H01",
                                                "name", "Tỉnh Thử Nghiệm",
                                                "kind", "ADMINISTRATION",
                                                "level", "PROVINCE",
                                                "validFrom", "1990-01-01"),
                                "administrators",
                                        List.of(Map.of(
                                                "name",
                                                "Nguyễn Quản Trị",
                                                "account",
                                                Map.of("kind", "PERSON", "subject", ADMINISTRATOR)))));
        if (done.status() != 201) {
            throw new AssertionError("set-up failed: " + done);
        }
        id = UUID.fromString(done.body().path("unitId").asString());
    }

    static Province instance() {
        return INSTANCE;
    }

    /** Another instance of the service, on the same database and key folder. */
    ServiceUnderTest instanceBeside() {
        return instanceBeside(Map.of());
    }

    /** Another instance of which something is set otherwise. */
    ServiceUnderTest instanceBeside(Map<String, Object> otherwise) {
        var settings = settings();
        settings.putAll(otherwise);
        return ServiceUnderTest.start(ClusterService.class, service.database(), settings);
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>(Post.SETTINGS);
        settings.putAll(Identity.SETTINGS);
        settings.put("THIDUA_BALLOT_KEYS_DIR", ballotKeys.toString());
        return settings;
    }

    Api anonymous() {
        return service.api();
    }

    Api administrator() {
        return person(ADMINISTRATOR);
    }

    Api person(String account) {
        return service.api().as(TestIssuer.instance().person(account));
    }

    Api agency(String clientId, String... scopes) {
        return service.api().as(TestIssuer.instance().agency(clientId, scopes));
    }

    static String newCode() {
        return "T.%03d".formatted(NUMBER.incrementAndGet());
    }

    /** The body with which a unit is founded; change it as needed. */
    Map<String, Object> newUnit(String name, UUID parent) {
        var unit = new HashMap<String, Object>();
        unit.put("code", newCode());
        unit.put("name", name);
        unit.put("kind", "ADMINISTRATION");
        unit.put("level", "COMMUNE");
        unit.put("parentId", parent);
        unit.put("validFrom", "2025-07-01");
        return unit;
    }

    UUID unit(String name, UUID parent) {
        return created(administrator().post("/api/v1/units", newUnit(name, parent)));
    }

    /** A person with an account of that name. */
    UUID person(String name, UUID unit, String account) {
        return created(administrator()
                .post("/api/v1/people", Map.of("name", name, "unitId", unit, "account", Map.of("subject", account))));
    }

    /** Somebody who can log in, with an address to write to. */
    UUID reachable(String name, UUID unit) {
        var account = "account-" + UUID.randomUUID();
        return created(administrator()
                .post(
                        "/api/v1/people",
                        Map.of(
                                "name",
                                name,
                                "unitId",
                                unit,
                                "email",
                                account + "@thu.vn",
                                "account",
                                Map.of("subject", account))));
    }

    /** A person who cannot log in. */
    UUID person(String name, UUID unit) {
        return created(administrator().post("/api/v1/people", Map.of("name", name, "unitId", unit)));
    }

    UUID mandate(UUID person, UUID unit, String role, String scope) {
        return created(administrator()
                .post(
                        "/api/v1/mandates",
                        Map.of(
                                "personId", person,
                                "unitId", unit,
                                "role", role,
                                "scope", scope,
                                "validFrom", yesterday())));
    }

    /** Somebody new with one mandate; the account is returned. */
    String holder(UUID unit, String role, String scope) {
        var account = "account-" + NUMBER.incrementAndGet();
        mandate(person("Người " + account, unit, account), unit, role, scope);
        return account;
    }

    String agencyWithMandate(UUID unit) {
        var client = "agency-" + NUMBER.incrementAndGet();
        created(administrator()
                .post(
                        "/api/v1/mandates",
                        Map.of(
                                "clientId",
                                client,
                                "unitId",
                                unit,
                                "role",
                                "AGENCY",
                                "scope",
                                "SUBTREE",
                                "validFrom",
                                yesterday())));
        return client;
    }

    private static LocalDate yesterday() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(1);
    }

    private static UUID created(Api.Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError("not created: " + answer);
        }
        return answer.id();
    }
}
