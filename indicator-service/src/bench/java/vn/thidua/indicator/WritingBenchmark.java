package vn.thidua.indicator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import vn.thidua.kit.test.Scratch;
import vn.thidua.kit.test.TestIssuer;

/**
 * The two writes of a reporting season, each beside pgbench that runs the statements the service itself ran for one such write, with as
 * many clients on the same database, in turn: a cell saved, and a report of sixty values handed in. Printed, not asserted. Needs
 * {@code pgbench} on the path.
 */
public final class WritingBenchmark {
    private static final int CLIENTS = 32;
    private static final int INDICATORS = 60;
    private static final int ROUNDS = 3;
    /** The first fills tables that were empty, in the second the plans made for empty tables have ended; by then the compiler is still at work. */
    private static final int TO_WARM_UP = 4;
    /** Of each client in a round: enough that the reference, whose connections are new in each, does not spend it on planning. */
    private static final int CELLS = 400;

    private static final int REPORTS = 60;

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Catalogue catalogue = Catalogue.instance();
    private final List<UUID> indicators = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Path folder;

    /** Somebody who fills one unit's report, and somebody who hands it in. */
    private record Writer(UUID unit, UUID period, UUID report, String officer, String leader, long[] versions) {}

    private WritingBenchmark(Path folder) {
        this.folder = folder;
    }

    /** @param args none */
    public static void main(String[] args) throws Exception {
        var benchmark = new WritingBenchmark(Scratch.folder("bench"));
        try {
            benchmark.prepare();
            System.out.printf("%d clients, %d rounds%n", CLIENTS, ROUNDS);
            benchmark.cells();
            benchmark.submissions();
        } catch (Exception failed) {
            failed.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private void prepare() throws SQLException {
        var organiser = LivingSeason.unit(catalogue);
        while (writers.size() < CLIENTS) {
            var season = new LivingSeason(
                    catalogue,
                    "LIVE",
                    organiser,
                    LivingSeason.unit(catalogue),
                    LivingSeason.unit(catalogue),
                    LivingSeason.unit(catalogue));
            while (indicators.size() < INDICATORS) {
                indicators.add(season.indicator("QUANTITY", "RAISE", 2, false));
            }
            season.indicators.clear();
            season.indicators.addAll(indicators);
            var period = season.promised().period("YEAR", 30);
            for (var unit : List.of(season.head, season.first, season.second)) {
                writers.add(new Writer(
                        unit,
                        period,
                        season.report(period, unit),
                        person(unit, "UNIT_OFFICER"),
                        person(unit, "UNIT_LEADER"),
                        new long[INDICATORS]));
            }
        }
        sql("create table bench_indicator (n int primary key, id uuid)");
        sql("create table bench_writer (n int primary key, report uuid, unit uuid)");
        for (int i = 0; i < INDICATORS; i++) {
            sql("insert into bench_indicator values (%d, '%s')".formatted(i, indicators.get(i)));
        }
        for (int w = 0; w < writers.size(); w++) {
            var writer = writers.get(w);
            sql("insert into bench_writer values (%d, '%s', '%s')".formatted(w, writer.report, writer.unit));
        }
        sql("grant select on bench_indicator, bench_writer to " + catalogue.service.database().app());
    }

    private String person(UUID unit, String role) {
        var account = role + "-of-" + unit;
        catalogue.known.person(account, unit, role, "UNIT");
        return account;
    }

    private void cells() throws Exception {
        var sample = writers.get(CLIENTS);
        var told = Told.during(() -> once((connection, _) -> save(connection, sample, 7)), sql -> sql.contains("insert into cell_revision"));
        var varying = Map.of(
                sample.report.toString(), ":report",
                sample.unit.toString(), ":unit",
                indicators.get(7).toString(), ":indicator",
                "0", ":version");
        var script = script(
                "cell.sql",
                """
                \\set i random(0, %d)
                select w.report, w.unit, i.id as indicator, coalesce(c.version, 0) as version
                from bench_writer w cross join bench_indicator i
                left join report_cell c on c.report_id = w.report and c.indicator_id = i.id
                where w.n = :client_id and i.n = :i \\gset
                """.formatted(INDICATORS - 1),
                told,
                varying);
        var next = new int[CLIENTS];
        pair("cell saved", CELLS, script, (connection, client) -> save(connection, writers.get(client), next[client]++ % INDICATORS), this::versions);
    }

    /** The reference has moved the cells' versions on. */
    private void versions() throws SQLException {
        try (var connection = catalogue.service.database().asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select w.n, i.n, coalesce(c.version, 0) from bench_writer w cross join bench_indicator i
                        left join report_cell c on c.report_id = w.report and c.indicator_id = i.id
                        """)) {
            while (rows.next()) {
                writers.get(rows.getInt(1)).versions[rows.getInt(2)] = rows.getLong(3);
            }
        }
    }

    private void submissions() throws Exception {
        // As many periods of one kind as there are reports to hand in: only here.
        sql("alter table period drop constraint period_kind_once");
        sql("""
                insert into period (season_id, kind, name, opens_at, due_at, closes_at)
                select p.season_id, p.kind, p.name || ' ' || k, p.opens_at, p.due_at, p.closes_at
                from period p cross join generate_series(1, %d) k
                """.formatted(REPORTS));
        sql("""
                create table bench_ready as
                select w.n as client, row_number() over (partition by w.n order by p.id) - 1 as k, uuidv7() as report, w.unit, p.id as period
                from bench_writer w join report r on r.id = w.report
                join period first on first.id = r.period_id join period p on p.season_id = first.season_id and p.id <> first.id
                """);
        sql("alter table bench_ready add primary key (client, k)");
        sql("insert into report (id, period_id, unit_id) select report, period, unit from bench_ready");
        sql("""
                insert into cell_revision (report_id, indicator_id, version, value, not_applicable, actuality, explanation, actor_kind, actor, mandate_id)
                select b.report, i.id, 1, 130, false, 'ACTUAL', 'theo số đã kiểm tra', 'PERSON', 'bench', uuidv7()
                from bench_ready b cross join bench_indicator i
                """);
        sql("""
                insert into report_cell (report_id, indicator_id, version, value, not_applicable, actuality, explanation, revision_id)
                select report_id, indicator_id, version, value, not_applicable, actuality, explanation, id from cell_revision where actor = 'bench'
                """);
        sql("grant select on bench_ready to " + catalogue.service.database().app());
        sql("vacuum analyze");
        var ready = new UUID[CLIENTS + 1][REPORTS];
        try (var connection = catalogue.service.database().asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select client, k, report from bench_ready where client <= " + CLIENTS)) {
            while (rows.next()) {
                ready[rows.getInt(1)][rows.getInt(2)] = rows.getObject(3, UUID.class);
            }
        }
        var sample = writers.get(CLIENTS);
        var key = UUID.randomUUID().toString();
        var told = Told.during(
                () -> once((connection, _) -> submit(connection, sample, ready[CLIENTS][0], key)), sql -> sql.contains("insert into report_submission"));
        var varying = Map.of(
                ready[CLIENTS][0].toString(), ":report",
                sample.period.toString(), ":period",
                sample.unit.toString(), ":unit",
                key, ":key",
                "UUID;", "array(select id from bench_indicator)",
                "\"version\":2", "'\"version\":' || (:version + 1)");
        var script = script(
                "submission.sql",
                """
                \\set k :k + 1
                select b.report, b.unit, b.period, r.version, gen_random_uuid() as key from bench_ready b join report r on r.id = b.report
                where b.client = :client_id and b.k = :k \\gset
                """,
                told,
                varying);
        var next = new int[CLIENTS];
        var between = new AtomicInteger();
        pair(
                "report handed in",
                REPORTS,
                script,
                (connection, client) -> submit(
                        connection,
                        writers.get(client),
                        ready[client][next[client]++],
                        UUID.randomUUID().toString()),
                () -> {
                    Arrays.fill(next, 0);
                    sql("update report set status = 'DRAFT'");
                    // As it happens by itself within a minute: a connection's plans made for empty tables end.
                    if (between.incrementAndGet() == 2) {
                    sql("vacuum analyze report, report_submission, kit.idempotency, kit.outbox");
                    }
                });
    }

    private void once(Write write) throws IOException, InterruptedException {
        try (var connection = new Connection(catalogue.service.port())) {
            write.by(connection, CLIENTS);
        }
    }

    private void save(Connection connection, Writer writer, int cell) throws IOException, InterruptedException {
        var number = writer.versions[cell];
        send(
                connection,
                "PUT",
                "/api/v1/reports/" + writer.report + "/cells/" + indicators.get(cell),
                writer.officer,
                "If-Match: \"" + number + "\"",
                "{\"value\": %d.5, \"notApplicable\": false, \"actuality\": \"ACTUAL\"}".formatted(100 + number));
        writer.versions[cell] = number + 1;
    }

    private void submit(Connection connection, Writer writer, UUID report, String key) throws IOException, InterruptedException {
        send(connection, "POST", "/api/v1/reports/" + report + "/submission", writer.leader, "Idempotency-Key: " + key, "");
    }

    private void send(Connection connection, String method, String path, String account, String header, String body)
            throws IOException, InterruptedException {
        var headers = "Authorization: Bearer " + tokens.computeIfAbsent(account, TestIssuer.instance()::person) + "\r\n" + header + "\r\n";
        var answer = connection.send(method, path, headers, body);
        // A service that is still cold refuses some of so many; whoever saves by itself tries again, and has waited all the while.
        while (answer.status() == 503) {
            Thread.sleep(20);
            answer = connection.send(method, path, headers, body);
        }
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
    }

    /** Milliseconds of processors that this process, which is service and clients, and the processes of the database have used. */
    private record Spent(double here, double database) {
        static Spent now() {
            return new Spent(
                    ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e6,
                    ProcessHandle.allProcesses()
                                    .map(ProcessHandle::info)
                                    .filter(process -> process.command().orElse("").endsWith("/postgres"))
                                    .mapToLong(process -> process.totalCpuDuration().orElse(Duration.ZERO).toNanos())
                                    .sum()
                            / 1e6);
        }

        Spent since(Spent before, int writes) {
            return new Spent((here - before.here) / writes, (database - before.database) / writes);
        }

        @Override
        public String toString() {
            return "%.2f ms of a processor in service and clients, %.2f ms in the database".formatted(here, database);
        }
    }

    @FunctionalInterface
    private interface Write {
        void by(Connection connection, int client) throws IOException, InterruptedException;
    }

    @FunctionalInterface
    private interface Between {
        void rounds() throws SQLException;
    }

    /** Both sides in turn. */
    private void pair(String name, int each, Path script, Write write, Between between) throws Exception {
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        var times = new ArrayList<Long>();
        for (int round = 1 - TO_WARM_UP; round <= ROUNDS; round++) {
            // Tokens end after minutes; whoever works on has got another by then.
            tokens.clear();
            between.rounds();
            var took = new ArrayList<Long>();
            var before = Spent.now();
            var rate = rate(each, write, took);
            var spent = Spent.now().since(before, CLIENTS * each);
            between.rounds();
            var reference = reference(each, script);
            System.out.printf("  %s %.0f/s, pgbench %.0f/s, %s%s%n", name, rate, reference, spent, round < 1 ? " (warming up)" : "");
            if (round > 0) {
                ours.add(rate);
                theirs.add(reference);
                times.addAll(took);
            }
        }
        var sorted = times.stream().sorted().toList();
        System.out.printf(
                "%-18s %7.0f/s  pgbench %7.0f/s  ratio %.2f   p50 %.1f ms  p99 %.1f ms%n",
                name,
                median(ours),
                median(theirs),
                median(ours) / median(theirs),
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6);
    }

    private double rate(int each, Write write, List<Long> took) throws Exception {
        var times = new ConcurrentLinkedQueue<Long>();
        var begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var running = new ArrayList<Future<?>>();
            for (int c = 0; c < CLIENTS; c++) {
                var client = c;
                Callable<Boolean> loop = () -> {
                    try (var connection = new Connection(catalogue.service.port())) {
                        for (int i = 0; i < each; i++) {
                            var before = System.nanoTime();
                            write.by(connection, client);
                            times.add(System.nanoTime() - before);
                        }
                    }
                    return true;
                };
                running.add(threads.submit(loop));
            }
            for (var one : running) {
                one.get();
            }
        }
        var rate = CLIENTS * each * 1e9 / (System.nanoTime() - begun);
        took.addAll(times);
        return rate;
    }

    private double reference(int each, Path script) throws IOException, InterruptedException {
        var database = catalogue.service.database();
        var command = List.of(
                "pgbench", "-n", "-h", "127.0.0.1", "-p", Integer.toString(database.port()), "-U", database.app(), "-M", "prepared",
                "-D", "k=-1", "-c", Integer.toString(CLIENTS), "-j", "2", "-t", Integer.toString(each), "-f", script.toString(),
                database.name());
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("PGPASSWORD", database.password());
        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var rate = RATE.matcher(said);
        if (running.waitFor() != 0 || !rate.find() || !said.contains(CLIENTS * each + "/" + CLIENTS * each)) {
            throw new IllegalStateException(said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private Path script(String name, String beginning, List<Told> told, Map<String, String> varying) throws IOException {
        var text = new StringBuilder(beginning).append("begin;\n");
        told.forEach(one -> text.append(one.written(varying)));
        return Files.writeString(folder.resolve(name), text.append("commit;\n"));
    }

    private void sql(String statement) throws SQLException {
        try (var connection = catalogue.service.database().asSuperuser();
                var sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute(statement);
        }
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    }
}
