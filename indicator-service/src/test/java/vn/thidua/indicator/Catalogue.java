package vn.thidua.indicator;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.KnownMandates;
import vn.thidua.kit.test.ServiceUnderTest;
import vn.thidua.kit.test.TestIssuer;

/** The service with two units side by side and one caller of each kind, all with their mandate at the first. */
final class Catalogue {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Catalogue INSTANCE = new Catalogue();

    final ServiceUnderTest service = ServiceUnderTest.start(
            IndicatorService.class,
            Map.of(
                    "thidua.feed.sources",
                    "",
                    // Tests say when imports are taken, and by whom.
                    "thidua.value-imports.every",
                    "1h",
                    "thidua.value-imports.max-rows",
                    "1000",
                    "thidua.value-imports.max-waiting",
                    "20"));
    final KnownMandates known = new KnownMandates(service);
    final UUID own = known.unit("H01", null);
    final UUID other = known.unit("H02", null);
    final Map<String, Api> callers = new LinkedHashMap<>();

    private Catalogue() {
        known.confirmed(0);
        var issuer = TestIssuer.instance();
        callers.put("anonymous", service.api());
        callers.put(
                "expired",
                service.api()
                        .as(issuer.token(claims -> claims.subject("administrator")
                                .expirationTime(Date.from(Instant.now().minusSeconds(120))))));
        callers.put("noMandate", service.api().as(issuer.person("nobody")));
        person("unitOfficer", "UNIT_OFFICER", "UNIT");
        person("unitLeader", "UNIT_LEADER", "UNIT");
        person("standingOfficer", "STANDING_OFFICER", "SUBTREE");
        person("verifier", "VERIFIER", "SUBTREE");
        person("administrator", "ADMINISTRATOR", "SUBTREE");
        person("auditor", "AUDITOR", "SUBTREE");
        known.agency("an-agency", own);
        callers.put(
                "agency",
                service.api()
                        .as(issuer.agency(
                                "an-agency",
                                "indicators.read",
                                "indicators.write",
                                "reports.read",
                                "reports.write",
                                "audit.read",
                                "feed.read")));
        callers.put("agencyWithoutScope", service.api().as(issuer.agency("an-agency")));
        callers.put("service", service.api().as(issuer.service("award-service")));
    }

    /** One of its own, for what would be too much for the others. */
    static Catalogue apart() {
        return new Catalogue();
    }

    static Catalogue instance() {
        return INSTANCE;
    }

    Api administrator() {
        return java.util.Objects.requireNonNull(callers.get("administrator"));
    }

    /** An administrator of another unit, to put things there. */
    Api administratorOf(UUID unit) {
        var account = "administrator-%d-of-%s".formatted(NUMBER.incrementAndGet(), unit);
        known.person(account, unit, "ADMINISTRATOR", "SUBTREE");
        return service.api().as(TestIssuer.instance().person(account));
    }

    static Map<String, Object> newIndicator(UUID unit) {
        return Map.of(
                "unitId",
                unit,
                "code",
                "CT.%03d".formatted(NUMBER.incrementAndGet()),
                "name",
                "Thu ngân sách nhà nước",
                "unitOfMeasure",
                "tỷ đồng");
    }

    private void person(String name, String role, String scope) {
        known.person(name, own, role, scope);
        callers.put(name, service.api().as(TestIssuer.instance().person(name)));
    }
}
