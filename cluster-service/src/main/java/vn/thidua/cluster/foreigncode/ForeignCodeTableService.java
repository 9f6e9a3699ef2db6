package vn.thidua.cluster.foreigncode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.foreigncode.ForeignCodeTableController.ForeignCodeTableRow;
import vn.thidua.cluster.table.ReadRow;
import vn.thidua.cluster.table.TableMode;
import vn.thidua.cluster.table.TableTelling;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;

/** Takes a table of other agencies' codes in. Sent again it changes nothing. */
@Service
class ForeignCodeTableService {
    record Taken(ReadRow<ForeignCodeTableRow> read, ForeignCodeTableFate fate) implements TableTelling.Judged {
        @Override
        public List<FieldError> errors() {
            return fate instanceof ForeignCodeTableFate.Refused(var errors) ? errors : List.of();
        }
    }

    /**
     * Why codes that are there end or go on.
     *
     * @param pointer where the caller says so
     */
    record Why(String pointer, @Nullable String reason) {}

    private final ForeignCodeStore store;
    private final Units units;
    private final Mandates mandates;
    private final ForeignCodeTelling telling;

    ForeignCodeTableService(ForeignCodeStore store, Units units, Mandates mandates, ForeignCodeTelling telling) {
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
    List<Taken> take(Caller caller, List<ReadRow<ForeignCodeTableRow>> rows, TableMode mode, Why why) {
        var named = units.withCodes(rows.stream()
                .map(read -> read.row().unitCode())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var bases = mandates.bases(caller, Ability.UNITS_WRITE.permission(), new HashSet<>(named.values()));
        var codes = rows.stream()
                .map(read -> read.row().code())
                .filter(Objects::nonNull)
                .map(String::strip)
                .distinct()
                .toList();
        var known = new ForeignCodeTableJudging.Known(named, bases.keySet(), store.lock(codes));
        var fates =
                new ForeignCodeTableJudging(known, store.nextIds(rows.size()).iterator()).judge(rows);
        var taken = new ArrayList<Taken>();
        for (int i = 0; i < rows.size(); i++) {
            taken.add(new Taken(rows.get(i), fates.get(i)));
        }
        if (mode.saves(taken.stream().anyMatch(row -> !row.errors().isEmpty()))) {
            save(caller, bases, fates, why);
        }
        return taken;
    }

    private void save(Caller caller, Map<UUID, Basis> bases, List<ForeignCodeTableFate> fates, Why why) {
        var recorded = new ArrayList<ForeignCode>();
        var changed = new ArrayList<ForeignCode>();
        var told = new ArrayList<ForeignCodeTelling.Told>();
        for (var fate : fates) {
            switch (fate) {
                case ForeignCodeTableFate.Recorded(var code) -> {
                    recorded.add(code);
                    told.add(new ForeignCodeTelling.Told(
                            bases.get(code.unitId()), null, code, "foreign-code.recorded", why.reason()));
                }
                case ForeignCodeTableFate.Changed(var before, var after) -> {
                    changed.add(after);
                    told.add(new ForeignCodeTelling.Told(
                            bases.get(after.unitId()), before, after, "foreign-code.corrected", why.reason()));
                }
                case ForeignCodeTableFate.Same _, ForeignCodeTableFate.Refused _ -> {}
            }
        }
        if (!changed.isEmpty() && (why.reason() == null || why.reason().isBlank())) {
            throw Problem.invalid(FieldError.of(why.pointer(), "required")).asException();
        }
        try {
            // What ends makes room for what begins.
            if (!changed.isEmpty()) {
                store.end(changed);
            }
            if (!recorded.isEmpty()) {
                store.insert(recorded);
            }
        } catch (DataIntegrityViolationException taken) {
            throw ForeignCodeService.refusal(taken).asException();
        }
        telling.tell(caller, told);
    }
}
