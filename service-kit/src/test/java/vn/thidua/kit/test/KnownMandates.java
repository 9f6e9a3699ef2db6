package vn.thidua.kit.test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.kit.replica.AccountEvent;
import vn.thidua.kit.replica.MandateCopy;
import vn.thidua.kit.replica.MandateEvent;
import vn.thidua.kit.replica.UnitEvent;

/** Puts units and mandates into a service's copy as the feed would, for tests that are not about the feed. */
public final class KnownMandates {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final ServiceUnderTest service;
    private final MandateCopy copy;
    private final TransactionTemplate transaction;

    public KnownMandates(ServiceUnderTest service) {
        this.service = service;
        this.copy = service.bean(MandateCopy.class);
        this.transaction = new TransactionTemplate(service.bean(PlatformTransactionManager.class));
    }

    /** Says that everything up to this many seconds ago is known. */
    public void confirmed(long secondsAgo) {
        service.bean(JdbcClient.class).sql("""
                        insert into kit.feed_cursor (source, as_of) values ('cluster', now() - make_interval(secs => :age))
                        on conflict (source) do update set as_of = excluded.as_of
                        """).param("age", secondsAgo).update();
    }

    public UUID unit(String code, @Nullable UUID parent) {
        var id = UUID.randomUUID();
        var states = List.of(new UnitEvent.State(LONG_AGO, null, "Đơn vị " + code, parent));
        transaction.executeWithoutResult(_ -> copy.put(id, 1, new UnitEvent(code, states)));
        return id;
    }

    /** A person with one mandate; the mandate's id comes back. */
    public UUID person(String account, UUID unit, String role, String scope) {
        var person = UUID.randomUUID();
        var mandate = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> {
            copy.put(person, new AccountEvent(account));
            copy.put(mandate, 1, new MandateEvent(person, null, unit, scope, role, LONG_AGO, null, null));
        });
        return mandate;
    }

    /** Somebody with several roles, each at its unit. */
    public void person(String account, Map<String, UUID> unitByRole) {
        var person = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> {
            copy.put(person, new AccountEvent(account));
            unitByRole.forEach((role, unit) -> copy.put(
                    UUID.randomUUID(), 1, new MandateEvent(person, null, unit, "UNIT", role, LONG_AGO, null, null)));
        });
    }

    public UUID agency(String clientId, UUID unit) {
        var mandate = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> copy.put(
                mandate, 1, new MandateEvent(null, clientId, unit, "SUBTREE", "AGENCY", LONG_AGO, null, null)));
        return mandate;
    }
}
