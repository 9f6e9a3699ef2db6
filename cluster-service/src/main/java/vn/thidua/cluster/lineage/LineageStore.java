package vn.thidua.cluster.lineage;

import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads and writes lineages. */
@Repository
class LineageStore {
    private record Side(UUID lineageId, boolean predecessor, LineageController.UnitOfLineage unit) {}

    private final JdbcClient jdbc;

    LineageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    /** Whether it was new. */
    boolean insert(Lineage lineage) {
        var added = jdbc.sql("""
                        insert into lineage (id, kind, effective_from, decision, fingerprint, provenance, source)
                        values (:id, :kind, :from, :decision, :fingerprint, :provenance, :source) on conflict do nothing
                        """)
                .param("id", lineage.id())
                .param("kind", lineage.kind().name())
                .param("from", lineage.effectiveFrom())
                .param("decision", lineage.decision(), Types.VARCHAR)
                .param("fingerprint", lineage.fingerprint())
                .param("provenance", lineage.origin().provenance().name())
                .param("source", lineage.origin().source(), Types.VARCHAR)
                .update();
        if (added == 0) {
            return false;
        }
        insertSides(lineage);
        return true;
    }

    private void insertSides(Lineage lineage) {
        jdbc.sql("""
                        insert into lineage_unit (lineage_id, side, unit_id)
                        select :id, 'PREDECESSOR', unnest(:predecessors) union all select :id, 'SUCCESSOR', unnest(:successors)
                        """)
                .param("id", lineage.id())
                .param("predecessors", lineage.predecessors().toArray(UUID[]::new))
                .param("successors", lineage.successors().toArray(UUID[]::new))
                .update();
    }

    /** The lineage, held against other writers until the transaction ends. */
    Optional<Lineage> lock(UUID id) {
        return jdbc.sql("""
                        select l.kind, l.effective_from, l.decision, l.provenance, l.source, l.version,
                               array(select x.unit_id from lineage_unit x
                                     where x.lineage_id = l.id and x.side = 'PREDECESSOR') as predecessors,
                               array(select x.unit_id from lineage_unit x
                                     where x.lineage_id = l.id and x.side = 'SUCCESSOR') as successors
                        from lineage l where l.id = :id for update
                        """)
                .param("id", id)
                .query((row, _) -> new Lineage(
                        id,
                        Lineage.Kind.valueOf(row.getString("kind")),
                        Objects.requireNonNull(Rows.date(row, "effective_from")),
                        row.getString("decision"),
                        List.of((UUID[]) row.getArray("predecessors").getArray()),
                        List.of((UUID[]) row.getArray("successors").getArray()),
                        new Origin(Provenance.valueOf(row.getString("provenance")), row.getString("source")),
                        row.getLong("version")))
                .optional();
    }

    /** The lineage first: the database keeps its sides as they were with it. */
    void rewrite(Lineage lineage) {
        jdbc.sql("""
                        update lineage set kind = :kind, effective_from = :from, decision = :decision, fingerprint = :fingerprint,
                               provenance = :provenance, source = :source, version = :version
                        where id = :id
                        """)
                .param("id", lineage.id())
                .param("kind", lineage.kind().name())
                .param("from", lineage.effectiveFrom())
                .param("decision", lineage.decision(), Types.VARCHAR)
                .param("fingerprint", lineage.fingerprint())
                .param("provenance", lineage.origin().provenance().name())
                .param("source", lineage.origin().source(), Types.VARCHAR)
                .param("version", lineage.version())
                .update();
        jdbc.sql("delete from lineage_unit where lineage_id = :id")
                .param("id", lineage.id())
                .update();
        insertSides(lineage);
    }

    void delete(UUID id) {
        jdbc.sql("delete from lineage where id = :id").param("id", id).update();
    }

    Optional<UUID> same(Lineage lineage) {
        return jdbc.sql("select id from lineage where fingerprint = :fingerprint")
                .param("fingerprint", lineage.fingerprint())
                .query(UUID.class)
                .optional();
    }

    /**
     * In the order of their recording.
     *
     * @param unitId of a unit on either side, or null for all
     * @param reach null for a caller who may see every unit
     */
    List<LineageController.LineageView> list(
            @Nullable UUID id, @Nullable UUID unitId, @Nullable Reach reach, @Nullable UUID after, int limit) {
        var found = jdbc.sql("""
                        select l.id, l.kind, l.effective_from, l.decision, l.provenance, l.source, l.version from lineage l
                        where (cast(:id as uuid) is null or l.id = :id)
                          and (cast(:unit as uuid) is null
                               or exists (select from lineage_unit x where x.lineage_id = l.id and x.unit_id = :unit))
                          and (:all or exists (
                               select from lineage_unit x where x.lineage_id = l.id
                                 and (x.unit_id = any(:units)
                                      or x.unit_id in (select kit.units_and_below(:roots, kit.business_today())))))
                          and (cast(:after as uuid) is null or l.id > :after)
                        order by l.id limit :limit
                        """)
                .param("id", id, Types.OTHER)
                .param("unit", unitId, Types.OTHER)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> new LineageController.LineageView(
                        row.getObject("id", UUID.class),
                        Lineage.Kind.valueOf(row.getString("kind")),
                        Objects.requireNonNull(Rows.date(row, "effective_from")),
                        row.getString("decision"),
                        List.of(),
                        List.of(),
                        Provenance.valueOf(row.getString("provenance")),
                        row.getString("source"),
                        row.getLong("version")))
                .list();
        var sides = sides(found.stream().map(LineageController.LineageView::id).toArray(UUID[]::new)).stream()
                .collect(Collectors.groupingBy(Side::lineageId));
        return found.stream()
                .map(l -> l.withSides(
                        units(sides.getOrDefault(l.id(), List.of()), true),
                        units(sides.getOrDefault(l.id(), List.of()), false)))
                .toList();
    }

    private static List<LineageController.UnitOfLineage> units(List<Side> sides, boolean predecessors) {
        return sides.stream()
                .filter(side -> side.predecessor() == predecessors)
                .map(Side::unit)
                .toList();
    }

    private List<Side> sides(UUID[] ids) {
        return jdbc.sql("""
                        select x.lineage_id, x.side = 'PREDECESSOR' as predecessor, x.unit_id, u.code,
                               unit_name(x.unit_id, l.effective_from - case x.side when 'PREDECESSOR' then 1 else 0 end) as name
                        from lineage_unit x join lineage l on l.id = x.lineage_id join unit u on u.id = x.unit_id
                        where x.lineage_id = any(:ids) order by x.lineage_id, u.code
                        """)
                .param("ids", ids)
                .query((row, _) -> new Side(
                        row.getObject("lineage_id", UUID.class),
                        row.getBoolean("predecessor"),
                        new LineageController.UnitOfLineage(
                                row.getObject("unit_id", UUID.class), row.getString("code"), row.getString("name"))))
                .list();
    }
}
