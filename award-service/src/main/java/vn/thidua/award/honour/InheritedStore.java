package vn.thidua.award.honour;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.award.lineage.Lineages;
import vn.thidua.award.lineage.Way;
import vn.thidua.kit.database.Rows;

/** Reads the honours of those that a unit came out of, each as it was issued. */
@Repository
class InheritedStore {
    /** An honour with every way by which it comes along. */
    record Found(Honour honour, List<Way> ways) {}

    private record Held(
            String awardCode, UUID unitId, @Nullable LocalDate givenOn) {}

    private final JdbcClient jdbc;
    private final Lineages lineages;

    InheritedStore(JdbcClient jdbc, Lineages lineages) {
        this.jdbc = jdbc;
        this.lineages = lineages;
    }

    List<Found> list(UUID unitId, @Nullable UUID after, int limit) {
        var back = lineages.waysBack(unitId);
        return jdbc
                .sql(HonourStore.SELECT + """
                                 join unnest(cast(:units as uuid[]), cast(:cutOffs as date[])) p (unit_id, cut_off)
                                      on p.unit_id = recipient_unit_id
                                 where coalesce(given_on, decision_date, '-infinity') < p.cut_off
                                   and (cast(:after as uuid) is null or id > :after)
                                 order by id limit :limit
                                 """)
                .param("units", back.keySet().toArray(UUID[]::new))
                .param(
                        "cutOffs",
                        back.values().stream().map(InheritedStore::cutOff).toArray(String[]::new))
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> HonourStore.honour(row))
                .list()
                .stream()
                .map(honour -> new Found(
                        honour, bringing(back, Objects.requireNonNull(honour.recipientUnitId()), day(honour))))
                .toList();
    }

    /** What predecessors hold of awards that are rules here. */
    List<Inherited> held(UUID unitId) {
        var back = lineages.waysBack(unitId);
        if (back.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("""
                        select a.code, h.recipient_unit_id, coalesce(h.given_on, h.decision_date) as given_on
                        from honour h join award a on a.id = h.award_id
                        where h.recipient_unit_id = any(:units)
                        """)
                .param("units", back.keySet().toArray(UUID[]::new))
                .query((row, _) -> new Held(
                        row.getString("code"),
                        row.getObject("recipient_unit_id", UUID.class),
                        Rows.date(row, "given_on")))
                .list()
                .stream()
                .map(held -> new Inherited(
                        held.awardCode(),
                        bringing(back, held.unitId(), held.givenOn()).stream()
                                .map(Way::kinds)
                                .collect(Collectors.toSet())))
                .filter(inherited -> !inherited.ways().isEmpty())
                .toList();
    }

    private static List<Way> bringing(Map<UUID, List<Way>> back, UUID predecessor, @Nullable LocalDate givenOn) {
        return back.getOrDefault(predecessor, List.of()).stream()
                .filter(way -> way.brings(givenOn))
                .toList();
    }

    /** The latest of a predecessor's ways; never for whoever did not go on after one of the events. */
    private static String cutOff(List<Way> ways) {
        var latest = LocalDate.MIN;
        for (var way : ways) {
            var cutOff = way.cutOff();
            if (cutOff == null) {
                return "infinity";
            }
            latest = cutOff.isAfter(latest) ? cutOff : latest;
        }
        return latest.toString();
    }

    private static @Nullable LocalDate day(Honour honour) {
        return honour.givenOn() == null ? honour.decisionDate() : honour.givenOn();
    }
}
