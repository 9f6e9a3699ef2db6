package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

class MeIT {
    private final Province province = Province.instance();
    private final Api administrator = province.administrator();

    @Test
    void mandatesThatAreNotInForceAreListedApart() {
        var unit = province.unit("Xã có người kiêm nhiệm", province.id);
        var person = province.person("Võ Kiêm Nhiệm", unit, "account-of-the-many-mandates");
        var inForce = province.mandate(person, unit, "UNIT_OFFICER", "UNIT");
        var withdrawn = province.mandate(person, unit, "UNIT_LEADER", "UNIT");
        administrator
                .with("If-Match", "\"1\"")
                .post("/api/v1/mandates/" + withdrawn + "/withdrawal", Map.of("reason", "thôi giữ chức"));
        var ended = mandate(person, unit, "TELLER", "2025-08-01", "2025-08-31");
        var future = mandate(person, unit, "VERIFIER", "2199-01-01", "2199-12-31");
        var me = province.person("account-of-the-many-mandates")
                .get("/api/v1/me")
                .body();
        assertThat(me.path("mandates").findValuesAsString("id")).containsExactly(inForce.toString());
        assertThat(me.path("otherMandates").findValuesAsString("id"))
                .containsExactlyInAnyOrder(withdrawn.toString(), ended, future);
        assertThat(me.path("abilities").valueStream().map(ability -> ability.asString()))
                .containsExactly(
                        "UNITS_READ",
                        "COUNCILS_READ",
                        "CLUSTERS_READ",
                        "SEASONS_LEAD",
                        "MOVEMENTS_WRITE",
                        "MOVEMENTS_JOIN",
                        "SIGNED_FILES_ADD",
                        "DRAFTS_COMMENT",
                        "INVITATIONS_ANSWER",
                        "FINDINGS_ANSWER",
                        "EXEMPLARS_READ",
                        "EXEMPLARS_WRITE",
                        "FILES_BRING");
    }

    @Test
    void whoAsksIsToldTheBusinessTime() {
        var told =
                Instant.parse(administrator.get("/api/v1/me").body().path("now").asString());
        assertThat(told).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    private String mandate(java.util.UUID person, java.util.UUID unit, String role, String from, String to) {
        return administrator
                .post(
                        "/api/v1/mandates",
                        Map.of(
                                "personId",
                                person,
                                "unitId",
                                unit,
                                "role",
                                role,
                                "scope",
                                "UNIT",
                                "validFrom",
                                from,
                                "validTo",
                                to))
                .id()
                .toString();
    }
}
