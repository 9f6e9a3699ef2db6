package vn.thidua.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Everything that a service publishes is found from outside. */
class RouteTableTest {
    private static final String API = "/api/v1/";
    /** Set up once, from the machine itself. */
    private static final Set<String> INSIDE = Set.of("setup");

    @Test
    void everyNounOfAPublishedContractLeadsToItsOwner() {
        for (var owner : RouteTable.OWNERS) {
            var contract = new JsonMapper().readTree(Path.of("..", owner.service(), "contract", "openapi.json"));
            var lost = new TreeSet<String>();
            contract.get("paths").propertyNames().stream()
                    .map(path -> path.substring(API.length()))
                    .filter(path -> !isRouted(owner, path))
                    .forEach(lost::add);
            assertThat(lost)
                    .as("paths of %s that no route leads to", owner.service())
                    .isEmpty();
        }
    }

    private static boolean isRouted(RouteTable.Owner owner, String path) {
        if (path.startsWith(RouteTable.PUBLIC + "/")) {
            return isBelow(owner.openNouns(), path.substring(RouteTable.PUBLIC.length() + 1));
        }
        var noun = path.split("/", 2)[0];
        return isBelow(owner.nouns(), path)
                || RouteTable.SHARED.contains(noun)
                || RouteTable.FEEDS.equals(noun)
                || INSIDE.contains(noun);
    }

    private static boolean isBelow(List<String> nouns, String path) {
        return nouns.stream().anyMatch(noun -> path.equals(noun) || path.startsWith(noun + "/"));
    }
}
