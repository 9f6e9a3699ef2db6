package vn.thidua.indicator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.valueimport.ReadingSheets;
import vn.thidua.indicator.valueimport.Taking;
import vn.thidua.kit.test.Scratch;
import vn.thidua.kit.test.TestIssuer;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.XlsxWriter;

/**
 * A workbook of twenty thousand units and sixty indicators: parsed and validated beside the bare reading of the same file by fastexcel's
 * reader, stored beside the same upsert in plain SQL, and how much the heap grows under it, garbage left out. Printed, not asserted.
 */
public final class SheetBenchmark {
    private static final int INDICATORS = 60;
    private static final int READINGS = 5;
    /** Units in one transaction, on both sides. */
    private static final int AT_ONCE = 100;

    private final Catalogue catalogue = Catalogue.instance();
    private final int units;
    private final Path file;
    private final List<UUID> indicators = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final String account = "clerk-of-all";
    private UUID season = new UUID(0, 0);

    private SheetBenchmark(int units) {
        this.units = units;
        this.file = Scratch.folder("sheet").resolve("wide.xlsx");
    }

    /** @param args how many units, 20,000 unless told */
    public static void main(String[] args) throws Exception {
        var benchmark = new SheetBenchmark(args.length == 0 ? 20_000 : Integer.parseInt(args[0]));
        benchmark.prepare();
        benchmark.reading();
        benchmark.storing();
        System.exit(0);
    }

    private void prepare() throws Exception {
        var root = catalogue.known.unit("ROOT", null);
        catalogue.known.person(account, root, "UNIT_LEADER", "SUBTREE");
        var living = new LivingSeason(
                catalogue, "LIVE", LivingSeason.unit(catalogue), root, LivingSeason.unit(catalogue), LivingSeason.unit(catalogue));
        season = living.id;
        for (int i = 0; i < INDICATORS; i++) {
            var id = living.indicator("QUANTITY", "RAISE", 2, false);
            indicators.add(id);
            codes.add(WideWorkbook.text(catalogue, "select code from indicator where id = '" + id + "'"));
        }
        living.promised();
        try (var connection = superuser()) {
            run(connection, "create table bench_unit as select n, uuidv7() as id, 'B' || n as code from generate_series(0, %d) n".formatted(units - 1));
            run(connection, "alter table bench_unit add primary key (n)");
            run(connection, "insert into kit.unit_copy (id, code, version) select id, code, 1 from bench_unit");
            run(connection, "insert into kit.unit_state_copy (unit_id, during, name, parent_id) select id, '[2020-01-01,)', 'Đơn vị ' || code, '%s' from bench_unit".formatted(root));
            run(connection, "insert into cluster_member_copy (cluster_id, unit_id, during) select '%s', id, '[2020-01-01,)' from bench_unit".formatted(living.cluster));
            run(connection, """
                    insert into target (season_id, unit_id, indicator_id, registered, unit_of_measure)
                    select '%s', b.id, i.id, 100, i.unit_of_measure from bench_unit b cross join indicator i where i.id = any('{%s}')
                    """.formatted(season, String.join(",", indicators.stream().map(UUID::toString).toList())));
        }
        workbook();
        System.out.printf(
                "%,d units x %d indicators, %,d bytes%n", units, INDICATORS, Files.size(file));
    }

    private void workbook() throws IOException {
        var random = new Random(7);
        var headings = new ArrayList<TableColumn>();
        headings.add(TableColumn.shown("Mã đơn vị", 12));
        headings.add(TableColumn.shown("Đơn vị", 28).noted("Chỉ tiêu", "Đơn vị tính, giới hạn"));
        codes.forEach(code -> headings.add(TableColumn.input(code, 12).noted("Thu ngân sách nhà nước", "tỷ đồng")));
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var table = new XlsxWriter(out, "Biểu", headings, List.of())) {
            for (int unit = 0; unit < units; unit++) {
                var values = new ArrayList<@Nullable Object>(Arrays.asList("B" + unit, "Đơn vị B" + unit));
                for (int i = 0; i < INDICATORS; i++) {
                    values.add(BigDecimal.valueOf(random.nextInt(10_000_000), 2));
                }
                table.row(values);
            }
        }
    }

    private void reading() throws Exception {
        var period = period("H1");
        var sheets = new ReadingSheets(catalogue.service, period);
        var bare = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        for (int round = 0; round <= READINGS; round++) {
            var theirs = seconds(this::bareCells);
            var own = seconds(() -> (long) sheets.read(file));
            if (round > 0) {
                bare.add(theirs);
                ours.add(own);
            }
        }
        System.out.printf(
                "parse and validate  %.2f s   bare read %.2f s   ratio %.2f%n",
                median(ours), median(bare), median(ours) / median(bare));
        System.out.printf("heap growth while parsing   %d MiB%n", growth(() -> (long) sheets.read(file)));
    }

    private long bareCells() throws IOException {
        var cells = new long[1];
        try (var workbook = new ReadableWorkbook(file.toFile());
                var rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> row.forEach(cell -> cells[0] += cell == null ? 0 : 1));
        }
        return cells[0];
    }

    private void storing() throws Exception {
        var warm = period("M9");
        plain(warm, Math.min(units, 1000));
        var plain = plain(period("YEAR"), units);
        var own = stored(periodOf("YEAR", 2), false);
        System.out.printf(
                "storing %.1f s (upload, parsed and kept, %.1f s before)   plain SQL %.1f s   ratio %.2f, upload included %.2f%n",
                own.taking, own.upload, plain, own.taking / plain, (own.taking + own.upload) / plain);
        var again = stored(periodOf("YEAR", 2), false);
        System.out.printf("the same again: %.1f s, nothing changed%n", again.taking);
        stored(periodOf("YEAR", 3), true);
    }

    private record Stored(double upload, double taking) {}

    private Stored stored(UUID period, boolean watched) throws Exception {
        var content = Files.readAllBytes(file);
        var by = catalogue.service.api().as(TestIssuer.instance().person(account));
        var path = "/api/v1/value-imports";
        var begun = System.nanoTime();
        var posted = by.post(path + "/sheet?mode=PARTIAL&periodId=" + period, content);
        if (posted.status() != 202) {
            throw new IllegalStateException(posted.text());
        }
        var upload = (System.nanoTime() - begun) / 1e9;
        Callable<Long> taking = () -> {
            Taking.all(catalogue.service);
            return 0L;
        };
        if (watched) {
            System.out.printf("heap growth while storing   %d MiB%n", growth(taking));
            return new Stored(upload, 0);
        }
        var seconds = seconds(taking);
        var done = catalogue.service.api().as(TestIssuer.instance().person(account)).get(path + "/" + posted.id()).body();
        System.out.printf(
                "  %s: %s saved, %s unchanged, %s refused%n",
                done.path("state").asString(), done.path("saved"), done.path("unchanged"), done.path("refused"));
        return new Stored(upload, seconds);
    }

    /** As much as the service stores of its own, and nothing it knows besides: reports, revisions and cells, as many at once. */
    private double plain(UUID period, int most) throws Exception {
        try (var connection = superuser()) {
            run(connection, "drop table if exists bench_value");
            run(connection, """
                    create table bench_value as
                    select b.n, b.id as unit, i as indicator, round((random() * 100000)::numeric, 2) as value
                    from bench_unit b cross join unnest(cast('{%s}' as uuid[])) i where b.n < %d
                    """.formatted(String.join(",", indicators.stream().map(UUID::toString).toList()), most));
            run(connection, "create index on bench_value (n)");
            run(connection, "grant select on bench_value to " + catalogue.service.database().app());
            run(connection, "analyze bench_value");
        }
        try (var connection = app()) {
            connection.setAutoCommit(false);
            return seconds(() -> {
                for (int from = 0; from < most; from += AT_ONCE) {
                    try (var reports = connection.prepareStatement("""
                                    insert into report (period_id, unit_id) select distinct ?::uuid, unit from bench_value where n >= ? and n < ?
                                    on conflict do nothing
                                    """);
                            var cells = connection.prepareStatement("""
                                    with revision as (
                                        insert into cell_revision (report_id, indicator_id, version, value, not_applicable, actuality, actor_kind, actor, mandate_id)
                                        select r.id, v.indicator, coalesce(c.version, 0) + 1, v.value, false, 'ACTUAL', 'PERSON', 'bench', r.id
                                        from bench_value v join report r on r.period_id = ?::uuid and r.unit_id = v.unit
                                        left join report_cell c on c.report_id = r.id and c.indicator_id = v.indicator
                                        where v.n >= ? and v.n < ? order by r.id, v.indicator
                                        returning id, report_id, indicator_id, version, value, not_applicable, actuality)
                                    insert into report_cell as c (report_id, indicator_id, version, value, not_applicable, actuality, revision_id)
                                    select report_id, indicator_id, version, value, not_applicable, actuality, id from revision
                                    order by report_id, indicator_id
                                    on conflict (report_id, indicator_id) do update
                                    set version = excluded.version, value = excluded.value, revision_id = excluded.revision_id
                                    """)) {
                        for (var statement : List.of(reports, cells)) {
                            statement.setString(1, period.toString());
                            statement.setInt(2, from);
                            statement.setInt(3, from + AT_ONCE);
                            statement.executeUpdate();
                        }
                    }
                    connection.commit();
                }
                return 0L;
            });
        }
    }

    private UUID period(String kind) throws SQLException {
        return periodOf(kind, 1);
    }

    /** Straight into the database: as many of a kind as are needed. */
    private UUID periodOf(String kind, int number) throws SQLException {
        var name = kind + " " + number;
        try (var connection = superuser()) {
            run(connection, "alter table period drop constraint if exists period_kind_once");
            run(connection, """
                    insert into period (season_id, kind, name, opens_at, due_at, closes_at)
                    select '%s', '%s', '%s', now() - interval '1 day', now() + interval '10 days', now() + interval '11 days'
                    where not exists (select from period where season_id = '%s' and name = '%s')
                    """.formatted(season, kind, name, season, name));
        }
        return UUID.fromString(WideWorkbook.text(
                catalogue, "select id from period where season_id = '" + season + "' and name = '" + name + "'"));
    }

    /** How far what is alive on the heap rises above what was alive before, in MiB. */
    private static long growth(Callable<Long> work) throws Exception {
        var before = alive();
        var most = new long[] {before};
        var going = new AtomicBoolean(true);
        var watching = Thread.ofPlatform().start(() -> {
            while (going.get()) {
                most[0] = Math.max(most[0], alive());
                try {
                    Thread.sleep(Duration.ofMillis(150));
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        });
        work.call();
        going.set(false);
        watching.join();
        return (most[0] - before) >> 20;
    }

    private static long alive() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static double seconds(Callable<Long> work) throws Exception {
        var begun = System.nanoTime();
        work.call();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    private Connection superuser() throws SQLException {
        var connection = catalogue.service.database().asSuperuser();
        run(connection, "set session_replication_role = replica");
        return connection;
    }

    private Connection app() throws SQLException {
        var database = catalogue.service.database();
        return DriverManager.getConnection(database.url(), database.app(), database.password());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
