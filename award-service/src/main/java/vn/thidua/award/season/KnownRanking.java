package vn.thidua.award.season;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A published ranking of a season. */
public record KnownRanking(UUID id, UUID scoresheetId, List<Row> rows) {
    /** One unit's place; equal ranks are ties. */
    public record Row(UUID unitId, int rank) {}

    public KnownRanking {
        rows = rows.stream()
                .sorted(Comparator.comparingInt(Row::rank).thenComparing(Row::unitId))
                .toList();
    }

    /** The units of the first rank, several after a tie. */
    public List<UUID> first() {
        return rows.stream().filter(row -> row.rank() == 1).map(Row::unitId).toList();
    }

    /** The unit's rank, if it was ranked. */
    public Optional<Integer> rankOf(UUID unitId) {
        return rows.stream()
                .filter(row -> row.unitId().equals(unitId))
                .map(Row::rank)
                .findFirst();
    }
}
