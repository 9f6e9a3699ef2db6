package vn.thidua.cluster.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.mandate.Mandate;
import vn.thidua.cluster.mandate.MandateService;
import vn.thidua.cluster.person.PersonTableController.PersonTableRow;
import vn.thidua.cluster.person.PersonTableFate.Effect;
import vn.thidua.cluster.table.ReadRow;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.FieldError;

/**
 * Judges the rows of one table by the rules by which people are registered and changed, accounts asked for and mandates granted.
 * The first row of a person that is right says who it is; the others may repeat that or leave it out.
 */
final class PersonTableJudging {
    /**
     * What is known of those of whom the rows speak.
     *
     * @param byCode people who are there, by code
     * @param held whole, by id
     * @param units by code and agency code
     * @param mayKeep where the caller may write people
     * @param mayGrant where the caller may grant mandates
     * @param entrusted the units of each one's mandates that are not over
     * @param mandates all that each one ever held
     * @param accountsManaged whether accounts are made here
     * @param requests by person: theirs, and those for the names in the rows
     */
    record Known(
            Map<String, UUID> byCode,
            Map<UUID, Person> held,
            Map<String, UUID> units,
            Map<UUID, Basis> mayKeep,
            Map<UUID, Basis> mayGrant,
            Map<UUID, Set<UUID>> entrusted,
            Map<UUID, List<Mandate>> mandates,
            @Nullable String callersAccount,
            boolean accountsManaged,
            Map<UUID, AccountRequest> requests) {}

    /**
     * What the rows come to for one person.
     *
     * @param before null for somebody new
     * @param basis by which the caller writes what is known of the person, or null where only mandates are granted
     * @param username with which the person logs in or is to, or null
     * @param asked under which name an account is asked for, or null
     */
    record Somebody(
            @Nullable Person before,
            Person after,
            @Nullable Basis basis,
            @Nullable String username,
            @Nullable String asked,
            List<MandateService.Granted> granted) {}

    private final Known known;
    private final Iterator<UUID> freshIds;
    private final Map<String, UUID> byCode;
    private final Map<String, UUID> byUsername = new HashMap<>();
    private final Map<UUID, Somebody> decided = new LinkedHashMap<>();
    private final Set<UUID> refused = new HashSet<>();

    /** @param freshIds one for each row that may register somebody */
    PersonTableJudging(Known known, Iterator<UUID> freshIds) {
        this.known = known;
        this.freshIds = freshIds;
        this.byCode = new HashMap<>(known.byCode());
        for (var request : known.requests().values()) {
            if (request.username() != null && request.state() != AccountRequest.State.REFUSED) {
                byUsername.put(request.username(), request.personId());
            }
        }
    }

    /** Those of whom at least one row is right. */
    Collection<Somebody> decided() {
        return decided.values();
    }

    /** Rows are judged in their order: a later one may rest on an earlier one. */
    PersonTableFate fate(ReadRow<PersonTableRow> read) {
        var row = read.row();
        var errors = new ArrayList<>(read.errors());
        var id = person(row, errors);
        if (id == null || !errors.isEmpty()) {
            return refused(id, errors);
        }
        var earlier = decided.get(id);
        var somebody = earlier == null ? stated(id, row, errors) : PersonTableSaid.again(known, earlier, row, errors);
        var grant = new PersonTableMandates(known, errors).grant(somebody, row);
        if (!errors.isEmpty()) {
            return refused(id, errors);
        }
        var settled = Objects.requireNonNull(somebody);
        var effects = EnumSet.noneOf(Effect.class);
        if (earlier == null) {
            effects.addAll(effects(settled));
        }
        if (grant != null) {
            settled.granted().add(grant);
            effects.add(Effect.GRANTED);
        }
        settle(settled);
        return new PersonTableFate.Right(effects);
    }

    private PersonTableFate refused(@Nullable UUID id, List<FieldError> errors) {
        if (id != null) {
            refused.add(id);
        }
        return new PersonTableFate.Refused(errors);
    }

    private static Set<Effect> effects(Somebody somebody) {
        var effects = EnumSet.noneOf(Effect.class);
        if (somebody.before() == null) {
            effects.add(Effect.REGISTERED);
        } else if (!somebody.before().equals(somebody.after())) {
            effects.add(Effect.CHANGED);
        }
        if (somebody.asked() != null) {
            effects.add(Effect.ASKED);
        }
        return effects;
    }

    private void settle(Somebody somebody) {
        var id = somebody.after().id();
        decided.put(id, somebody);
        if (somebody.after().code() != null) {
            byCode.put(somebody.after().code(), id);
        }
        if (somebody.asked() != null) {
            byUsername.put(somebody.asked(), id);
        }
    }

    /** Whom the row speaks of: somebody who is there, or the same new one for the same code. */
    private @Nullable UUID person(PersonTableRow row, List<FieldError> errors) {
        if (row.id() != null) {
            if (!known.held().containsKey(row.id())) {
                errors.add(FieldError.of("/id", "not-found"));
            }
            return row.id();
        }
        if (row.code() == null) {
            if (errors.isEmpty()) {
                errors.add(FieldError.of("/code", "required"));
            }
            return null;
        }
        return byCode.computeIfAbsent(row.code(), _ -> freshIds.next());
    }

    private @Nullable Somebody stated(UUID id, PersonTableRow row, List<FieldError> errors) {
        var before = known.held().get(id);
        if (before == null) {
            return registered(id, row, errors);
        }
        var basis = known.mayKeep().get(before.unitId());
        if (basis == null) {
            PersonTableSaid.refuse(row, errors);
            return new Somebody(before, before, null, null, null, new ArrayList<>());
        }
        var code = row.code() == null ? before.code() : row.code();
        if (row.code() != null && !id.equals(byCode.getOrDefault(row.code(), id))) {
            errors.add(FieldError.of("/code", "taken"));
        }
        var unit = row.unitCode() == null ? before.unitId() : unit(row.unitCode(), before.unitId(), errors);
        if (unit == null) {
            return null;
        }
        var said = before.changed(
                code,
                row.name() == null ? Objects.requireNonNull(before.name()) : row.name(),
                row.email() == null ? before.email() : row.email(),
                row.phone() == null ? before.phone() : row.phone(),
                unit,
                before.account());
        var after = said.saysTheSameAs(before) ? before : said;
        if (!Objects.equals(after.email(), before.email()) && !isOverAllMandates(id)) {
            errors.add(FieldError.of("/email", "mandates-elsewhere"));
        }
        return withAccount(before, after, basis, row.username(), errors);
    }

    private @Nullable Somebody registered(UUID id, PersonTableRow row, List<FieldError> errors) {
        if (refused.contains(id) && (row.name() == null || row.unitCode() == null)) {
            errors.add(FieldError.of("/code", "row-of-person-refused"));
            return null;
        }
        if (row.name() == null) {
            errors.add(FieldError.of("/name", "required"));
        }
        if (row.unitCode() == null) {
            errors.add(FieldError.of("/unitCode", "required"));
            return null;
        }
        var unit = unit(row.unitCode(), null, errors);
        if (unit == null || row.name() == null) {
            return null;
        }
        var after = new Person(id, row.code(), row.name(), row.email(), row.phone(), unit, null, false, 1);
        return withAccount(null, after, Objects.requireNonNull(known.mayKeep().get(unit)), row.username(), errors);
    }

    /** The unit of that code, at which the caller may write people unless it is the one where the person is. */
    private @Nullable UUID unit(String code, @Nullable UUID was, List<FieldError> errors) {
        var unit = known.units().get(code);
        if (unit == null) {
            errors.add(FieldError.of("/unitCode", "not-found"));
            return null;
        }
        if (!unit.equals(was) && !known.mayKeep().containsKey(unit)) {
            errors.add(FieldError.of("/unitCode", "not-over-unit"));
            return null;
        }
        return unit;
    }

    private Somebody withAccount(
            @Nullable Person before, Person after, Basis basis, @Nullable String wanted, List<FieldError> errors) {
        var request = known.requests().get(after.id());
        var username = request == null ? null : request.username();
        if (wanted == null || wanted.equals(username)) {
            return new Somebody(before, after, basis, username, null, new ArrayList<>());
        }
        if (!known.accountsManaged()) {
            errors.add(FieldError.of("/username", "accounts-elsewhere"));
        } else if (after.account() != null) {
            errors.add(FieldError.of("/username", "account-there"));
        } else if (!after.id().equals(byUsername.getOrDefault(wanted, after.id()))) {
            errors.add(FieldError.of("/username", "taken"));
        } else if (!isOverAllMandates(after.id())) {
            errors.add(FieldError.of("/username", "mandates-elsewhere"));
        }
        return new Somebody(before, after, basis, wanted, wanted, new ArrayList<>());
    }

    private boolean isOverAllMandates(UUID person) {
        return known.mayKeep().keySet().containsAll(known.entrusted().getOrDefault(person, Set.of()));
    }
}
