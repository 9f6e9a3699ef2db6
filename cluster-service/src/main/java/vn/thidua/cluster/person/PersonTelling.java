package vn.thidua.cluster.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.personal.PersonalValues;
import vn.thidua.kit.replica.AccountEvent;
import vn.thidua.kit.replica.MandateCopy;
import vn.thidua.kit.security.Caller;

/**
 * Tells everybody who has to know of people: the own copy, the feed, the audit, and of addresses the identity provider. Names leave this service neither by the feed nor
 * readable in the audit.
 */
@Component
class PersonTelling {
    /** @param before null for somebody new */
    record Told(
            @Nullable Basis basis,
            @Nullable Person before,
            Person person,
            String action,
            @Nullable String reason) {
        UUID id() {
            return person.id();
        }

        /** The copy knows people by their accounts; who has none is not in it. */
        boolean concernsCopy() {
            return !Objects.equals(before == null ? null : before.account(), person.account());
        }

        /** The identity provider sends links to the address it knows: it must not be one of yesterday. */
        boolean concernsProvider() {
            var known = before == null || !Objects.equals(before.account(), person.account()) ? null : before.email();
            return person.account() != null && !Objects.equals(known, person.email());
        }
    }

    /** Somebody for whom an account was asked. */
    record Asked(Basis basis, Person person, String username) {}

    private final MandateCopy copy;
    private final Outbox outbox;
    private final Audit audit;
    private final PersonalValues values;
    private final AccountMailStore mails;
    private final AccountSettings settings;

    PersonTelling(
            MandateCopy copy,
            Outbox outbox,
            Audit audit,
            PersonalValues values,
            AccountMailStore mails,
            AccountSettings settings) {
        this.copy = copy;
        this.outbox = outbox;
        this.audit = audit;
        this.values = values;
        this.mails = mails;
        this.settings = settings;
    }

    void tell(@Nullable Caller caller, Told told) {
        tell(caller, List.of(told));
    }

    /** @param caller null for the set-up and for what is done without anybody */
    void tell(@Nullable Caller caller, List<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        told.stream()
                .filter(Told::concernsCopy)
                .forEach(one -> copy.put(one.id(), new AccountEvent(one.person().account())));
        tellProvider(told);
        outbox.publish(told.stream()
                .map(one -> new Outbox.Publication(
                        AccountEvent.AGGREGATE,
                        one.id(),
                        one.person().version(),
                        "vn.thidua." + one.action(),
                        null,
                        new AccountEvent(one.person().account())))
                .toList());
        var sealer = values.sealer(told.stream().map(Told::id).collect(Collectors.toSet()));
        audit.record(told.stream()
                .map(one -> new AuditEntry(
                        caller,
                        one.basis(),
                        one.action(),
                        AccountEvent.AGGREGATE,
                        one.id(),
                        one.person().unitId(),
                        one.before() == null ? null : sealed(sealer, one.before()),
                        sealed(sealer, one.person()),
                        one.reason()))
                .toList());
    }

    private void tellProvider(List<Told> told) {
        mails.forget(
                told.stream().filter(one -> one.person().erased()).map(Told::id).toList());
        if (settings.managed()) {
            mails.addressChanged(
                    told.stream().filter(Told::concernsProvider).map(Told::id).toList());
        }
    }

    void asked(Caller caller, List<Asked> asked) {
        if (asked.isEmpty()) {
            return;
        }
        var sealer = values.sealer(asked.stream().map(one -> one.person().id()).collect(Collectors.toSet()));
        audit.record(asked.stream()
                .map(one -> account(
                        caller,
                        one.basis(),
                        one.person(),
                        "account.requested",
                        Map.of(
                                "username",
                                Objects.requireNonNull(sealer.seal(one.person().id(), one.username())))))
                .toList());
    }

    /** What was done about somebody's account, of which nothing more is to be known. */
    void accountDone(Caller caller, Basis basis, Person person, String action) {
        audit.record(account(caller, basis, person, action, null));
    }

    private static AuditEntry account(
            Caller caller, Basis basis, Person person, String action, @Nullable Map<String, String> after) {
        return new AuditEntry(
                caller, basis, action, AccountEvent.AGGREGATE, person.id(), person.unitId(), null, after, null);
    }

    private static Map<String, @Nullable Object> sealed(PersonalValues.Sealer sealer, Person person) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("code", sealer.seal(person.id(), person.code()));
        fields.put("name", sealer.seal(person.id(), person.name()));
        fields.put("email", sealer.seal(person.id(), person.email()));
        fields.put("phone", sealer.seal(person.id(), person.phone()));
        fields.put("unitId", person.unitId());
        fields.put("account", person.account());
        fields.put("erased", person.erased());
        return fields;
    }
}
