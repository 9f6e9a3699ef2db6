package vn.thidua.kit.note;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.replica.AccountEvent;
import vn.thidua.kit.replica.MandateCopy;
import vn.thidua.kit.replica.MandateEvent;
import vn.thidua.kit.replica.UnitEvent;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.ServiceUnderTest;
import vn.thidua.kit.test.TestIssuer;
import vn.thidua.kit.test.TestPostgres;

/**
 * A running note service. As {@code cluster} it owns units and mandates and publishes; as {@code reader} it reads the feed of
 * another one.
 */
public final class NoteHouse implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final ServiceUnderTest service;
    private final Map<UUID, Long> versions = new HashMap<>();

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private NoteHouse(ServiceUnderTest service) {
        this.service = service;
    }

    public static NoteHouse publisher() {
        return publisher(TestPostgres.create("notes"), Map.of());
    }

    public static NoteHouse publisher(TestPostgres.Database database, Map<String, Object> settings) {
        var all = new HashMap<String, Object>(Map.of("spring.config.name", "note", "thidua.service", "cluster"));
        all.putAll(settings);
        return new NoteHouse(ServiceUnderTest.start(NoteApplication.class, database, all));
    }

    /** A service that reads the feed at that port. */
    static NoteHouse reader(int port, TestPostgres.Database database, Map<String, Object> settings) {
        var all = new HashMap<String, Object>(Map.of(
                "spring.config.name", "note",
                "thidua.service", "reader",
                "thidua.feed.sources", "cluster",
                "thidua.mandates.source", "cluster",
                "spring.http.serviceclient.cluster-service.base-url", "http://127.0.0.1:" + port));
        all.putAll(settings);
        return new NoteHouse(ServiceUnderTest.start(NoteApplication.class, database, all));
    }

    NoteHouse reader() {
        return reader(service.port(), TestPostgres.create("reader"), Map.of());
    }

    public JdbcClient jdbc() {
        return service.bean(JdbcClient.class);
    }

    public long count(String sql, Object... arguments) {
        return jdbc().sql(sql).params(List.of(arguments)).query(Long.class).single();
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(service.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> work.run());
    }

    /** Ends a connection from the server's side, as a crash of either would. */
    void killBackend(long backend) {
        try (var superuser = service.database().asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("select pg_terminate_backend(" + backend + ")");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A unit, told to the feed too. */
    public UUID unit(@Nullable UUID parent) {
        return unitWith(new UnitEvent.State(today().minusYears(1), null, "Đơn vị", parent));
    }

    /** A unit with these states. */
    UUID unitWith(UnitEvent.State... states) {
        var id = UUID.randomUUID();
        unit(id, List.of(states));
        return id;
    }

    void unit(UUID id, @Nullable UUID parent) {
        unit(id, List.of(new UnitEvent.State(today().minusYears(1), null, "Đơn vị", parent)));
    }

    private void unit(UUID id, List<UnitEvent.State> states) {
        var event = new UnitEvent("U" + NUMBER.incrementAndGet(), states);
        inTransaction(() -> {
            var version = versions.merge(id, 1L, Long::sum);
            service.bean(MandateCopy.class).put(id, version, event);
            service.bean(Outbox.class).publish(UnitEvent.AGGREGATE, id, version, "vn.thidua.unit.created", id, event);
        });
    }

    /** An account name with a person behind it. */
    Person person() {
        var person = new Person(UUID.randomUUID(), "account-" + NUMBER.incrementAndGet());
        account(person.id(), person.account());
        return person;
    }

    void account(UUID person, @Nullable String subject) {
        var event = new AccountEvent(subject);
        inTransaction(() -> {
            var version = versions.merge(person, 1L, Long::sum);
            service.bean(MandateCopy.class).put(person, event);
            service.bean(Outbox.class)
                    .publish(AccountEvent.AGGREGATE, person, version, "vn.thidua.person.changed", null, event);
        });
    }

    public record Person(UUID id, String account) {
        public String token() {
            return TestIssuer.instance().person(account);
        }
    }

    /** Which version of a mandate an earlier run of this service had published last. */
    void mandateVersion(UUID id, long version) {
        versions.put(id, version);
    }

    UUID mandate(UUID id, MandateEvent event) {
        inTransaction(() -> {
            var version = versions.merge(id, 1L, Long::sum);
            service.bean(MandateCopy.class).put(id, version, event);
            service.bean(Outbox.class)
                    .publish(MandateEvent.AGGREGATE, id, version, "vn.thidua.mandate.changed", null, event);
        });
        return id;
    }

    UUID mandate(Person person, UUID unit, String role, String scope) {
        return mandate(UUID.randomUUID(), event(person, unit, role, scope, null));
    }

    static MandateEvent event(Person person, UUID unit, String role, String scope, @Nullable Instant withdrawnAt) {
        return new MandateEvent(person.id(), null, unit, scope, role, today().minusDays(1), null, withdrawnAt);
    }

    /** Somebody new who may do that at the unit. */
    public Person holder(UUID unit, String role, String scope) {
        var person = person();
        mandate(person, unit, role, scope);
        return person;
    }

    String agency(UUID unit, String scope) {
        var client = "agency-" + NUMBER.incrementAndGet();
        mandate(
                UUID.randomUUID(),
                new MandateEvent(null, client, unit, scope, "AGENCY", today().minusDays(1), null, null));
        return client;
    }

    public Api api(Person person) {
        return service.api().as(person.token());
    }

    /** As one of our own services reads. */
    Api internal() {
        return service.api().as(TestIssuer.instance().service("reader-service"));
    }

    /** Publishes an event of a note without the note itself. */
    void publish(UUID note, long version, UUID unit, String text) {
        inTransaction(() -> service.bean(Outbox.class)
                .publish("note", note, version, "vn.thidua.note.written", unit, new NoteService.Published(text)));
    }

    @Override
    public void close() {
        service.close();
    }
}
