package vn.thidua.cluster.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.mandate.MandateService;
import vn.thidua.cluster.person.PersonTableController.PersonTableRow;
import vn.thidua.cluster.person.PersonTableFate.Effect;
import vn.thidua.cluster.table.ReadRow;
import vn.thidua.cluster.table.TableMode;
import vn.thidua.cluster.table.TableTelling;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.security.Caller;

/** Takes a table of people in: judges every row, writes what the mode allows in a few statements. Sent again it changes nothing. */
@Service
class PersonTableService {
    record Taken(ReadRow<PersonTableRow> read, PersonTableFate fate) implements TableTelling.Judged {
        @Override
        public List<FieldError> errors() {
            return fate instanceof PersonTableFate.Refused(var errors) ? errors : List.of();
        }

        boolean has(Effect effect) {
            return fate instanceof PersonTableFate.Right(var effects) && effects.contains(effect);
        }

        boolean isNothingNew() {
            return fate instanceof PersonTableFate.Right(var effects) && effects.isEmpty();
        }
    }

    private final PersonStore store;
    private final AccountStore accounts;
    private final AccountSettings settings;
    private final Units units;
    private final MandateService granting;
    private final Mandates mandates;
    private final PersonTelling telling;

    PersonTableService(
            PersonStore store,
            AccountStore accounts,
            AccountSettings settings,
            Units units,
            MandateService granting,
            Mandates mandates,
            PersonTelling telling) {
        this.store = store;
        this.accounts = accounts;
        this.settings = settings;
        this.units = units;
        this.granting = granting;
        this.mandates = mandates;
        this.telling = telling;
    }

    /**
     * Judges every row and saves what the mode allows.
     *
     * @return one for each row, in their order
     */
    @Transactional
    List<Taken> take(Caller caller, List<ReadRow<PersonTableRow>> rows, TableMode mode) {
        var judging = new PersonTableJudging(
                known(caller, rows), store.nextIds(rows.size()).iterator());
        var taken = new ArrayList<Taken>();
        for (var read : rows) {
            taken.add(new Taken(read, judging.fate(read)));
        }
        if (mode.saves(taken.stream().anyMatch(row -> !row.errors().isEmpty()))) {
            save(caller, judging.decided());
        }
        return taken;
    }

    private PersonTableJudging.Known known(Caller caller, List<ReadRow<PersonTableRow>> rows) {
        var known = store.known(said(rows, PersonTableRow::code), said(rows, PersonTableRow::id));
        var ids = known.stream().map(PersonStore.Coded::id).toList();
        var held = store.lock(ids).stream()
                .filter(person -> !person.erased())
                .collect(Collectors.toMap(Person::id, Function.identity()));
        var named = units.withCodes(Stream.concat(
                        said(rows, PersonTableRow::unitCode).stream(),
                        said(rows, PersonTableRow::mandateUnitCode).stream())
                .distinct()
                .toList());
        var entrusted = store.unitsOfMandates(ids);
        var places = new HashSet<>(named.values());
        held.values().forEach(person -> places.add(person.unitId()));
        entrusted.values().forEach(places::addAll);
        var grants = rows.stream().anyMatch(read -> read.row().role() != null);
        var requests = accounts.concerning(ids, said(rows, PersonTableRow::username));
        return new PersonTableJudging.Known(
                byCode(known),
                held,
                named,
                mandates.bases(caller, Ability.PEOPLE_WRITE.permission(), places),
                grants ? mandates.bases(caller, Ability.MANDATES_WRITE.permission(), places) : Map.of(),
                entrusted,
                granting.everHeldBy(ids).stream()
                        .collect(Collectors.groupingBy(mandate -> Objects.requireNonNull(mandate.personId()))),
                caller.kind() == Caller.Kind.PERSON ? caller.subject() : null,
                settings.managed(),
                requests.stream().collect(Collectors.toMap(AccountRequest::personId, Function.identity())));
    }

    private static Map<String, UUID> byCode(List<PersonStore.Coded> known) {
        var byCode = new HashMap<String, UUID>();
        for (var person : known) {
            if (person.code() != null) {
                byCode.put(person.code(), person.id());
            }
        }
        return byCode;
    }

    private static <T> List<T> said(List<ReadRow<PersonTableRow>> rows, Function<PersonTableRow, @Nullable T> what) {
        var said = new ArrayList<T>();
        for (var read : rows) {
            var value = what.apply(read.row());
            if (value != null) {
                said.add(value);
            }
        }
        return said;
    }

    private void save(Caller caller, Collection<PersonTableJudging.Somebody> people) {
        var registered = new ArrayList<Person>();
        var changed = new ArrayList<Person>();
        var told = new ArrayList<PersonTelling.Told>();
        var asked = new ArrayList<PersonTelling.Asked>();
        var granted = new ArrayList<MandateService.Granted>();
        for (var somebody : people) {
            var before = somebody.before();
            var after = somebody.after();
            if (before == null) {
                registered.add(after);
                told.add(new PersonTelling.Told(somebody.basis(), null, after, "person.created", null));
            } else if (!before.equals(after)) {
                changed.add(after);
                told.add(new PersonTelling.Told(somebody.basis(), before, after, "person.changed", null));
            }
            if (somebody.asked() != null) {
                asked.add(new PersonTelling.Asked(Objects.requireNonNull(somebody.basis()), after, somebody.asked()));
            }
            granted.addAll(somebody.granted());
        }
        if (!registered.isEmpty()) {
            store.insert(registered);
        }
        if (!changed.isEmpty()) {
            store.update(changed);
        }
        telling.tell(caller, told);
        if (!asked.isEmpty()) {
            accounts.ask(asked.stream()
                    .map(one -> new AccountStore.Wanted(one.person().id(), AccountRequest.Kind.MAKE, one.username()))
                    .toList());
        }
        telling.asked(caller, asked);
        granting.grant(caller, granted);
    }
}
