package vn.thidua.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;

/** Somebody who was just entrusted with a unit and got an account with a password for one time. */
record Newcomer(String unitId, String username) {
    static final String ONE_TIME = "mot-lan-thoi-2026";
    static final String OWN = "mat-khau-cua-rieng-toi";

    /** One leader for each of these units. All accounts are asked for before the first is waited for. */
    static List<Newcomer> leaders(Api administrator, List<String> units) {
        record Asked(String account, Newcomer newcomer) {}
        var asked = units.stream()
                .map(unit -> {
                    var newcomer = new Newcomer(unit, "moi." + unit.substring(24));
                    return new Asked(newcomer.askedFor(administrator), newcomer);
                })
                .toList();
        for (var one : asked) {
            Eventually.within(
                    Duration.ofSeconds(60),
                    "the account of " + one.newcomer().username(),
                    () -> !administrator
                            .get(one.account())
                            .body()
                            .path("subject")
                            .isNull());
            var set = administrator.send("PUT", one.account() + "/password", Map.of("password", ONE_TIME));
            assertThat(set.status()).as(set.text()).isEqualTo(204);
        }
        return asked.stream().map(Asked::newcomer).toList();
    }

    /** The address of the account that will be there soon. */
    private String askedFor(Api administrator) {
        var person =
                made(administrator.post("/api/v1/people", Map.of("name", "Lãnh đạo " + username, "unitId", unitId)));
        made(administrator.post(
                "/api/v1/mandates",
                Map.of(
                        "personId",
                        person,
                        "unitId",
                        unitId,
                        "role",
                        "UNIT_LEADER",
                        "scope",
                        "UNIT",
                        "validFrom",
                        "2026-01-01")));
        var account = "/api/v1/people/" + person + "/account";
        var asked = administrator.post(account, Map.of("username", username, "existing", false));
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        return account;
    }

    Session logIn() {
        return Session.first(username, ONE_TIME, OWN);
    }

    private static String made(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id().toString();
    }
}
