package vn.thidua.award.lineage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.award.season.Provenance;
import vn.thidua.kit.database.Rows;

/** Reads how units came out of others. */
@Repository
public class Lineages {
    private final JdbcClient jdbc;

    Lineages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Out of whom a unit has come by today, each with the ways between them. */
    public Map<UUID, List<Way>> waysBack(UUID unitId) {
        var lineages = jdbc.sql("""
                        with recursive back(unit_id) as (
                            select cast(:unit as uuid)
                            union
                            select p.unit_id
                            from back b
                            join lineage_side_copy s on s.unit_id = b.unit_id and s.side = 'SUCCESSOR'
                            join lineage_side_copy p on p.lineage_id = s.lineage_id and p.side = 'PREDECESSOR')
                        select l.id, l.kind, l.effective_from, l.decision, l.provenance,
                               array(select x.unit_id from lineage_side_copy x
                                     where x.lineage_id = l.id and x.side = 'PREDECESSOR' order by x.unit_id) as predecessors,
                               array(select x.unit_id from lineage_side_copy x
                                     where x.lineage_id = l.id and x.side = 'SUCCESSOR' order by x.unit_id) as successors
                        from lineage_copy l
                        where l.effective_from <= kit.business_today()
                          and l.id in (select s.lineage_id from lineage_side_copy s join back b on b.unit_id = s.unit_id
                                       where s.side = 'SUCCESSOR')
                        """)
                .param("unit", unitId)
                .query((row, _) -> new KnownLineage(
                        row.getObject("id", UUID.class),
                        KnownLineage.Kind.valueOf(row.getString("kind")),
                        Objects.requireNonNull(Rows.date(row, "effective_from")),
                        row.getString("decision"),
                        Provenance.valueOf(row.getString("provenance")),
                        List.of((UUID[]) row.getArray("predecessors").getArray()),
                        List.of((UUID[]) row.getArray("successors").getArray())))
                .list();
        return Way.back(unitId, lineages);
    }
}
