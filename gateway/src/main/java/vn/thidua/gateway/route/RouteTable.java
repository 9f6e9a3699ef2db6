package vn.thidua.gateway.route;

import java.util.List;
import java.util.Map;

/**
 * Which service answers for which nouns below {@code /api/v1}. Nouns are unique across services, so a caller never
 * needs to know the owner; what every service has carries the service's short name behind the noun. A noun gets its
 * row here together with the endpoint it leads to.
 */
public final class RouteTable {
    /** The services in the order in which the platform is told: who competes, what is measured, who is honoured. */
    public static final List<Owner> OWNERS = List.of(
            new Owner(
                    "cluster-service",
                    "cluster",
                    List.of(
                            "me",
                            "units",
                            "unit-tables",
                            "foreign-codes",
                            "foreign-code-tables",
                            "lineages",
                            "people",
                            "person-tables",
                            "mandates",
                            "clusters",
                            "seasons",
                            "conferences",
                            "key-tasks",
                            "inspections",
                            "movements",
                            "exemplars",
                            "congresses",
                            "councils",
                            "corrections",
                            "compacts",
                            "messages",
                            "tasks",
                            "deliberations",
                            "drafts",
                            "elections",
                            "paper-counts",
                            "files/cluster")),
            new Owner(
                    "indicator-service",
                    "indicator",
                    List.of(
                            "indicators",
                            "targets",
                            "periods",
                            "reports",
                            "value-imports",
                            "files/indicator",
                            "figures",
                            "digests",
                            "series",
                            "scoresheets",
                            "scores",
                            "rankings",
                            "radar",
                            "indicator-tasks"),
                    List.of("datasets")),
            new Owner(
                    "award-service",
                    "award",
                    List.of(
                            "awards",
                            "honours",
                            "candidates",
                            "nominations",
                            "decisions",
                            "award-tasks",
                            "award-documents"),
                    List.of("award-documents")));

    /** Nouns every service has under its own short name. */
    static final List<String> SHARED = List.of("replicas", "audit", "openapi");

    /** Long-polled, hence apart: other time-outs, another breaker. */
    static final String FEEDS = "feeds";

    /** Where a service reads or lays out a large workbook before it answers. */
    static final Map<String, List<String>> SHEETS =
            Map.of("indicator-service", List.of("value-imports/sheet", "periods/*/grid/sheet"));

    /** What needs no log-in lies below it. */
    static final String PUBLIC = "public";

    private RouteTable() {}

    /**
     * A service and what it owns.
     *
     * @param service its name in the registry
     * @param shortName its name in paths such as {@code /api/v1/audit/cluster}
     * @param nouns the resources it alone answers for
     * @param openNouns the resources below {@code /api/v1/public} that everybody may read
     */
    public record Owner(String service, String shortName, List<String> nouns, List<String> openNouns) {
        Owner(String service, String shortName, List<String> nouns) {
            this(service, shortName, nouns, List.of());
        }
    }
}
