package vn.thidua.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;

/** Somebody who was just entrusted with a unit and got an account with a password for one time. */
record Newcomer(String unitId, String username) {
    static final String ONE_TIME = "mot-lan-thoi-2026";
    static final String OWN = "mat-khau-cua-rieng-toi";

    /** The leader of that unit. */
    static Newcomer leader(Api administrator, String unit) {
        var username = "moi." + unit.substring(24);
        var person = made(administrator.post("/api/v1/people", Map.of("name", "Lãnh đạo " + username, "unitId", unit)));
        made(administrator.post(
                "/api/v1/mandates",
                Map.of(
                        "personId",
                        person,
                        "unitId",
                        unit,
                        "role",
                        "UNIT_LEADER",
                        "scope",
                        "UNIT",
                        "validFrom",
                        "2026-01-01")));
        var account = "/api/v1/people/" + person + "/account";
        var asked = administrator.post(account, Map.of("username", username, "existing", false));
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        Eventually.within(
                Duration.ofSeconds(90),
                "the account of " + username,
                () -> !administrator.get(account).body().path("subject").isNull());
        var set = administrator.send("PUT", account + "/password", Map.of("password", ONE_TIME));
        assertThat(set.status()).as(set.text()).isEqualTo(204);
        return new Newcomer(unit, username);
    }

    Session logIn() {
        return Session.first(username, ONE_TIME, OWN);
    }

    private static String made(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id().toString();
    }
}
