package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.cluster.access.Duties;
import vn.thidua.cluster.access.Role;
import vn.thidua.kit.test.Api;

/** Separation of duties when mandates are granted. */
class DutiesIT {
    private static final Province PROVINCE = Province.instance();

    private final Api administrator = PROVINCE.administrator();
    private final UUID unit = PROVINCE.unit("Đơn vị tách nhiệm vụ", PROVINCE.id);
    private final UUID elsewhere = PROVINCE.unit("Đơn vị khác tách nhiệm vụ", PROVINCE.id);
    private final UUID person = PROVINCE.person("Người Nhiều Việc", unit);

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATOR, COUNCIL_MEMBER",
        "ADMINISTRATOR, TELLER",
        "VERIFIER, ADMINISTRATOR",
        "AUDITOR, UNIT_OFFICER",
        "STANDING_LEADER, AUDITOR",
    })
    void onePersonHoldsNoDutiesThatAreKeptApartNotEvenForDifferentUnits(String first, String second) {
        granted(unit, first, "2026-01-01", null);

        var refused = grant(elsewhere, second, "2026-06-01", null);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/role");
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("duties-apart");
        assertThat(held()).containsExactly(first);
    }

    @Test
    void whoAdministersMayAlsoRunTheWorkOfTheStandingAgency() {
        granted(unit, "ADMINISTRATOR", "2026-01-01", null);
        granted(unit, "STANDING_OFFICER", "2026-01-01", null);

        assertThat(held()).containsExactlyInAnyOrder("ADMINISTRATOR", "STANDING_OFFICER");
    }

    @Test
    void theOneDutyMayFollowTheOther() {
        granted(unit, "COUNCIL_MEMBER", "2026-01-01", "2026-03-31");

        assertThat(grant(unit, "ADMINISTRATOR", "2026-03-31", null).status()).isEqualTo(422);
        granted(unit, "ADMINISTRATOR", "2026-04-01", null);
    }

    @Test
    void whatWasWithdrawnStandsInNobodysWay() {
        var first = granted(unit, "TELLER", "2026-01-01", null);
        administrator
                .with("If-Match", "\"1\"")
                .post("/api/v1/mandates/" + first + "/withdrawal", Map.of("reason", "sang việc khác"));

        granted(unit, "ADMINISTRATOR", "2026-01-01", null);
    }

    @Test
    void nobodyGrantsAMandateToHimself() {
        var account = "account-" + UUID.randomUUID();
        var himself = PROVINCE.person("Quản Trị Tự Phong", unit, account);
        PROVINCE.mandate(himself, unit, "ADMINISTRATOR", "SUBTREE");

        var refused = PROVINCE.person(account)
                .post("/api/v1/mandates", mandate(himself, unit, "STANDING_LEADER", "2026-01-01", null));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("own-mandate");
    }

    @Test
    void aTableOfPeopleKeepsDutiesApartTooAlsoWithinItself() {
        var row = PersonWork.row("Người Trong Bảng", unit);
        var code = Objects.requireNonNull(row.get("code"));
        var apart = PersonWork.mandate(code, "ADMINISTRATOR");
        var fits = PersonWork.mandate(code, "CLERK");

        var answer = administrator
                .post("/api/v1/person-tables/rows?mode=PARTIAL", Map.of("rows", List.of(row, apart, fits)))
                .body();

        assertThat(answer.findValuesAsString("code")).contains("duties-apart");
        assertThat(PersonWork.mandates(administrator, PersonWork.person(administrator, code))
                        .findValuesAsString("role"))
                .containsExactlyInAnyOrder("VERIFIER", "CLERK");
    }

    @Test
    void twoGrantsAtOnceBringNoDutiesTogether() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                var somebody = PROVINCE.person("Người Hai Nơi", unit);
                var ready = new CountDownLatch(1);
                var answers = new ArrayList<Future<Integer>>();
                for (var role : List.of("ADMINISTRATOR", "COUNCIL_MEMBER", "TELLER")) {
                    answers.add(threads.submit(() -> {
                        ready.await();
                        return administrator
                                .post("/api/v1/mandates", mandate(somebody, unit, role, "2026-01-01", null))
                                .status();
                    }));
                }
                ready.countDown();
                var statuses = new ArrayList<Integer>();
                for (var answer : answers) {
                    statuses.add(answer.get());
                }
                assertThat(statuses).containsOnly(201, 422).contains(201, 422);
                assertThat(Assembly.text("select count(*) from mandate a join mandate b on a.person_id = b.person_id "
                                + "and duties_are_apart(a.role, b.role) where a.person_id = '" + somebody + "'"))
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void theDatabaseKnowsTheSameRule() {
        var apart = Stream.of(Role.values())
                .flatMap(one -> Stream.of(Role.values())
                        .filter(other -> Duties.areApart(one, other))
                        .map(other -> one + " " + other))
                .sorted()
                .toList();

        assertThat(Assembly.text("""
                        with role as (select unnest(string_to_array('%s', ',')) as name)
                        select string_agg(a.name || ' ' || b.name, ',' order by (a.name || ' ' || b.name) collate "C")
                        from role a, role b where duties_are_apart(a.name, b.name)
                        """.formatted(String.join(
                                ",", Stream.of(Role.values()).map(Role::name).toList())))
                        .split(",", -1))
                .containsExactlyElementsOf(apart);
    }

    private UUID granted(UUID at, String role, String from, @Nullable String to) {
        var answer = grant(at, role, from, to);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    private Api.Answer grant(UUID at, String role, String from, @Nullable String to) {
        return administrator.post("/api/v1/mandates", mandate(person, at, role, from, to));
    }

    private static Map<String, Object> mandate(UUID somebody, UUID at, String role, String from, @Nullable String to) {
        var mandate = new HashMap<String, Object>();
        mandate.put("personId", somebody);
        mandate.put("unitId", at);
        mandate.put("role", role);
        mandate.put("scope", "UNIT");
        mandate.put("validFrom", LocalDate.parse(from));
        if (to != null) {
            mandate.put("validTo", LocalDate.parse(to));
        }
        return mandate;
    }

    private List<String> held() {
        return administrator
                .get("/api/v1/mandates?personId=" + person)
                .body()
                .path("items")
                .findValuesAsString("role");
    }
}
