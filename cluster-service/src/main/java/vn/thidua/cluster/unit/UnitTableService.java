package vn.thidua.cluster.unit;

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
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.table.ReadRow;
import vn.thidua.cluster.table.TableMode;
import vn.thidua.cluster.table.TableTelling;
import vn.thidua.cluster.unit.UnitTableController.UnitTableRow;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;

/** Takes a table of units in: judges every row, writes what the mode allows in a few statements. Sent again it changes nothing. */
@Service
class UnitTableService {
    record Taken(ReadRow<UnitTableRow> read, UnitTableFate fate) implements TableTelling.Judged {
        @Override
        public List<FieldError> errors() {
            return fate instanceof UnitTableFate.Refused(var errors) ? errors : List.of();
        }
    }

    /**
     * Why units that are there are changed.
     *
     * @param pointer where the caller says so
     */
    record Why(String pointer, @Nullable String reason) {}

    private final UnitQueries queries;
    private final UnitStore store;
    private final Units units;
    private final Mandates mandates;
    private final UnitTelling telling;

    UnitTableService(UnitQueries queries, UnitStore store, Units units, Mandates mandates, UnitTelling telling) {
        this.queries = queries;
        this.store = store;
        this.units = units;
        this.mandates = mandates;
        this.telling = telling;
    }

    /**
     * Judges every row and saves what the mode allows.
     *
     * @return one for each row, in their order
     */
    @Transactional
    List<Taken> take(Caller caller, List<ReadRow<UnitTableRow>> rows, TableMode mode, Why why) {
        var found = queries.withCodes(codes(rows));
        var byCode = by(found, UnitQueries.Codes::code);
        var byAgencyCode = by(found, UnitQueries.Codes::agencyCode);
        var ids = found.stream().map(UnitQueries.Codes::id).collect(Collectors.toSet());
        var bases = mandates.bases(caller, Ability.UNITS_WRITE.permission(), ids);
        var held = store.lock(ids).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        var known = new UnitTableJudging.Known(
                byCode, byAgencyCode, held, units.lives(ids), new HashSet<>(bases.keySet()), queries.today());
        var fates = new UnitTableJudging(known, rows, store.nextIds(rows.size()).iterator()).judge();
        var judged = withoutRings(fates);
        var refused = judged.stream().anyMatch(UnitTableFate.Refused.class::isInstance);
        if (mode.saves(refused)) {
            save(caller, bases, judged, why);
        }
        var taken = new ArrayList<Taken>();
        for (int i = 0; i < rows.size(); i++) {
            taken.add(new Taken(rows.get(i), judged.get(i)));
        }
        return taken;
    }

    private static List<String> codes(List<ReadRow<UnitTableRow>> rows) {
        return rows.stream()
                .map(ReadRow::row)
                .flatMap(row -> Stream.of(row.code(), row.agencyCode(), row.parentCode()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Map<String, UUID> by(
            List<UnitQueries.Codes> found, Function<UnitQueries.Codes, @Nullable String> code) {
        var by = new HashMap<String, UUID>();
        for (var unit : found) {
            var key = code.apply(unit);
            if (key != null) {
                by.put(key, unit.id());
            }
        }
        return by;
    }

    /** Whoever would come to lie under itself is refused; what several rows together would do, the database refuses. */
    private List<UnitTableFate> withoutRings(List<UnitTableFate> fates) {
        var founded = founded(fates);
        var moves = new ArrayList<UnitStore.Move>();
        for (var fate : fates) {
            if (fate instanceof UnitTableFate.Changed(var before, var after, var from)) {
                var now = after.stateOn(from);
                if (now.parentId() != null
                        && !now.parentId().equals(before.stateOn(from).parentId())) {
                    moves.add(new UnitStore.Move(before.id(), known(now.parentId(), founded), from, now.until()));
                }
            }
        }
        var ringed = moves.isEmpty() ? List.<UUID>of() : store.underThemselves(moves);
        return fates.stream()
                .map(fate -> fate instanceof UnitTableFate.Changed changed
                                && ringed.contains(changed.before().id())
                        ? new UnitTableFate.Refused(List.of(FieldError.of("/parentCode", "unit-under-itself")))
                        : fate)
                .toList();
    }

    private static Map<UUID, Unit> founded(Collection<UnitTableFate> fates) {
        return fates.stream()
                .filter(UnitTableFate.Founded.class::isInstance)
                .map(fate -> ((UnitTableFate.Founded) fate).unit())
                .collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    /** The nearest unit above that was there before this table. */
    private static UUID known(UUID parent, Map<UUID, Unit> founded) {
        var at = parent;
        for (var unit = founded.get(at); unit != null; unit = founded.get(at)) {
            at = Objects.requireNonNull(unit.states().getFirst().parentId());
        }
        return at;
    }

    private void save(Caller caller, Map<UUID, Basis> bases, List<UnitTableFate> fates, Why why) {
        var reason = why.reason();
        var founded = founded(fates);
        var changes = new ArrayList<UnitStore.Change>();
        var told = new ArrayList<UnitTelling.Told>();
        for (var fate : fates) {
            switch (fate) {
                case UnitTableFate.Founded(var unit) -> {
                    var basis = bases.get(known(unit.id(), founded));
                    told.add(new UnitTelling.Told(basis, null, unit, "unit.created", reason));
                }
                case UnitTableFate.Changed changed -> {
                    changes.add(new UnitStore.Change(changed.before(), changed.after()));
                    var basis = bases.get(changed.before().id());
                    told.add(new UnitTelling.Told(basis, changed.before(), changed.after(), "unit.changed", reason));
                }
                case UnitTableFate.Same _, UnitTableFate.Refused _ -> {}
            }
        }
        if (!changes.isEmpty() && (reason == null || reason.isBlank())) {
            throw Problem.invalid(FieldError.of(why.pointer(), "required")).asException();
        }
        try {
            if (!founded.isEmpty()) {
                store.insert(founded.values());
            }
            if (!changes.isEmpty()) {
                store.update(changes);
            }
        } catch (DataIntegrityViolationException violation) {
            throw UnitService.refusal(violation).asException();
        }
        telling.tell(caller, told);
    }
}
