package vn.thidua.indicator;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.thidua.kit.test.TestPostgres;

/** Copies of a season that was lived: many clusters of ten members, each with units, a handed-in report and numbers of its own. */
final class ManyClusters {
    static final int MEMBERS = 10;

    private ManyClusters() {}

    /**
     * Afterwards table {@code bench_season} says what each copy is: k from 1 on, season, cluster, period, and an id kept for its
     * scoresheet; {@code bench_unit} who is in it: n from 1 on, unit, report. They are written past triggers and foreign keys.
     *
     * @param period of the season; each copy has that one only
     */
    static void like(LivingSeason season, UUID period, int clusters) throws SQLException {
        var database = season.catalogue.service.database();
        for (var statement : statements(season, period, clusters)) {
            sql(database, statement);
        }
        sql(database, "grant select on bench_season, bench_unit to " + database.app());
    }

    private static List<String> statements(LivingSeason season, UUID period, int clusters) {
        return List.of(
                """
                create table bench_season as
                select k, uuidv7() as season, uuidv7() as cluster, uuidv7() as period, uuidv7() as sheet from generate_series(1, %d) k
                """.formatted(clusters),
                """
                create table bench_unit as
                select s.*, n, uuidv7() as unit, uuidv7() as report from bench_season s cross join generate_series(1, %d) n
                """.formatted(MEMBERS),
                """
                insert into season_copy
                select (jsonb_populate_record(o, jsonb_build_object('id', b.season, 'cluster_id', b.cluster))).*
                from season_copy o cross join bench_season b where o.id = '%s'
                """.formatted(season.id),
                """
                insert into cluster_copy
                select (jsonb_populate_record(o, jsonb_build_object('id', b.cluster))).*
                from cluster_copy o cross join bench_season b where o.id = '%s'
                """.formatted(season.cluster),
                "insert into cluster_member_copy (cluster_id, unit_id, during) select cluster, unit, '[2020-01-01,)' from bench_unit",
                "insert into kit.unit_copy (id, code, version) select unit, 'R' || k || '.' || n, 1 from bench_unit",
                """
                insert into kit.unit_state_copy (unit_id, during, name)
                select unit, '[2020-01-01,)', 'Đơn vị ' || k || '.' || n from bench_unit
                """,
                """
                insert into target
                select (jsonb_populate_record(o, jsonb_build_object('season_id', b.season, 'unit_id', b.unit))).*
                from target o cross join bench_unit b where o.season_id = '%s' and o.unit_id = '%s'
                """.formatted(season.id, season.first),
                """
                insert into period
                select (jsonb_populate_record(o, jsonb_build_object('id', b.period, 'season_id', b.season))).*
                from period o cross join bench_season b where o.id = '%s'
                """.formatted(period),
                """
                insert into report (id, period_id, unit_id, status, first_submitted_at, submitted_at, submitted_by)
                select report, period, unit, 'SUBMITTED', now(), now(), 'bench' from bench_unit
                """,
                """
                insert into cell_revision (report_id, indicator_id, version, value, not_applicable, actuality, actor_kind, actor, mandate_id)
                select b.report, i.id, 1, 50 + round((random() * 100)::numeric, 2), false, 'ACTUAL', 'PERSON', 'bench', uuidv7()
                from bench_unit b cross join unnest(cast('{%s}' as uuid[])) i(id)
                """.formatted(String.join(
                        ",", season.indicators.stream().map(UUID::toString).toList())),
                """
                insert into report_cell (report_id, indicator_id, version, value, not_applicable, actuality, revision_id)
                select report_id, indicator_id, version, value, not_applicable, actuality, id from cell_revision where actor = 'bench'
                """);
    }

    /** That column of {@code bench_season}, in the order of k. */
    static List<UUID> column(TestPostgres.Database database, String name) throws SQLException {
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select " + name + " from bench_season order by k")) {
            var found = new ArrayList<UUID>();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
            return found;
        }
    }

    /** Carries the statement out past triggers and foreign keys. */
    static void sql(TestPostgres.Database database, String statement) throws SQLException {
        try (var connection = database.asSuperuser();
                var sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute(statement);
        }
    }
}
