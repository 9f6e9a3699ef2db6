package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.TestPostgres;

/**
 * What a copy of the database's files and its write-ahead log tells of a secret ballot once it is counted. Choices are drawn evenly
 * and independently of everything else, so whoever guesses a voter's choice without a link is right by chance only:
 *
 * <ul>
 *   <li>Guessing by what lies nearest in the files, each guess is right with probability 1/4 (four candidates, blank ballots left
 *       out): a binomial count, expected n/4, variance 3n/16.
 *   <li>Guessing by order, the k-th mark with the k-th published choice, the expected number right in an election with n ballots of
 *       which n(c) are for c is the sum of n(c)²/n; the variance of so many matches is at most n²/(n-1)/4.
 * </ul>
 *
 * Each must stay within five standard deviations of its expectation: by chance it does not about once in three million runs, and
 * the same guesses on a naive ballot box, tried beside it, are far outside.
 */
class BallotSecrecyIT {
    private static final Province PROVINCE = Province.instance();
    private static final int ELECTIONS = 25;
    private static final int MEMBERS = 20;
    private static final int CANDIDATES = 4;
    private static final double DEVIATIONS = 5;

    @TempDir
    Path folder;

    /** One ballot as it truly was; only the test knows. */
    private record Truth(
            int election, UUID receipt, @Nullable UUID choice) {}

    private record Guesses(int right, double expected, double variance) {
        boolean isChance() {
            return right <= expected + DEVIATIONS * Math.sqrt(variance);
        }
    }

    @Test
    void theFilesAndTheLogLinkNoVoterToAChoiceBetterThanChance() throws Exception {
        var assembly = Assembly.of(MEMBERS);
        var random = new Random();
        var seed = random.nextLong();
        random.setSeed(seed);
        var since = PhysicalCopy.logPosition(PROVINCE.service.database());
        var truths = new ArrayList<Truth>();
        var elections = new ArrayList<UUID>();
        var keys = new HashMap<String, byte[]>();
        var envelopes = new HashMap<String, byte[]>();
        for (int n = 0; n < ELECTIONS; n++) {
            var election = assembly.opened(CANDIDATES);
            elections.add(election);
            keys.put("key " + n, scalar(election));
            var order = new ArrayList<>(IntStream.range(0, MEMBERS).boxed().toList());
            Collections.shuffle(order, random);
            for (var member : order) {
                var drawn = random.nextInt(CANDIDATES + 1);
                var choice = drawn == CANDIDATES ? null : assembly.unit(drawn);
                var cast = assembly.cast(election, member, choice);
                assertThat(cast.status()).as(cast.text()).isEqualTo(201);
                truths.add(
                        new Truth(n, UUID.fromString(cast.body().path("receipt").asString()), choice));
            }
            envelopes.putAll(envelopes(election));
            assertThat(assembly.close(election).status()).isEqualTo(200);
        }
        for (var election : elections) {
            Eventually.within(
                    Duration.ofSeconds(30),
                    "the key is destroyed",
                    () -> !assembly.read(election).body().path("keyDestroyedAt").isNull());
        }

        var copy = PhysicalCopy.of(PROVINCE.service.database(), since, folder);
        assertThat(copy.places(envelopes).values())
                .as("the copy is the right one: every envelope is in it, none can be opened")
                .hasSize(ELECTIONS * MEMBERS)
                .noneMatch(List::isEmpty);
        assertThat(copy.places(keys).values()).as("no key was ever there").allMatch(List::isEmpty);
        assertThat(keyFiles(elections)).isEmpty();

        var candidates = assembly.members.stream()
                .limit(CANDIDATES)
                .map(Assembly.Member::unit)
                .toList();
        var what = "seed " + seed + ", " + truths.size() + " ballots, " + copy.size() + " bytes: ";
        var nearest = byNearness(copy, truths, candidates);
        assertThat(nearest.isChance())
                .as(what + "nearest candidate %s", nearest)
                .isTrue();
        for (var order : List.of("number", "ctid", "number desc", "ctid desc")) {
            var guesses = byOrder(elections, truths, order);
            assertThat(guesses.isChance()).as(what + "by %s %s", order, guesses).isTrue();
        }
        assertThat(Assembly.text("""
                        select count(*) from election_mark m join election_choice c on c.xmin = m.xmin
                        """))
                .as("no transaction wrote a mark and a choice")
                .isEqualTo("0");
        assertThat(Assembly.text("""
                        select count(*) from information_schema.columns
                        where table_name in ('election_mark', 'election_envelope', 'election_choice')
                          and (data_type like 'timestamp%' or data_type = 'date' or column_default is not null)
                        """)).as("no time and no sequence to link by").isEqualTo("0");
    }

    @Test
    void theSameGuessesOnANaiveBallotBoxAreRight() throws Exception {
        var database = TestPostgres.create("naive");
        var random = new Random(1);
        var candidates =
                IntStream.range(0, CANDIDATES).mapToObj(_ -> UUID.randomUUID()).toList();
        var truths = new ArrayList<Truth>();
        var order = new ArrayList<@Nullable UUID>();
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("create table mark (receipt uuid)");
            statement.execute("create table choice (unit_id uuid)");
            var since = PhysicalCopy.logPosition(database);
            connection.setAutoCommit(false);
            for (int n = 0; n < 400; n++) {
                var truth = new Truth(0, UUID.randomUUID(), candidates.get(random.nextInt(CANDIDATES)));
                truths.add(truth);
                statement.execute("insert into mark values ('%s')".formatted(truth.receipt()));
                statement.execute("insert into choice values ('%s')".formatted(truth.choice()));
                connection.commit();
            }
            var rows = statement.executeQuery("select unit_id from choice order by ctid");
            while (rows.next()) {
                order.add(rows.getObject(1, UUID.class));
            }
            connection.commit();
            var copy = PhysicalCopy.of(database, since, folder);
            var nearest = byNearness(copy, truths, candidates);
            assertThat(nearest.isChance()).as("%s", nearest).isFalse();
        }
        var ordered = compare(List.of(truths), List.of(order));
        assertThat(ordered.right()).isEqualTo(400);
        assertThat(ordered.isChance()).isFalse();
    }

    /** For every voter the candidate whose id, in bytes or in letters, lies nearest to the voter's receipt anywhere in the copy. */
    private static Guesses byNearness(PhysicalCopy copy, List<Truth> truths, List<UUID> candidates) {
        var wanted = new HashMap<String, byte[]>();
        for (var candidate : candidates) {
            wanted.put("b" + candidate, PhysicalCopy.bytes(candidate));
            wanted.put("t" + candidate, candidate.toString().getBytes(StandardCharsets.US_ASCII));
        }
        truths.forEach(truth -> wanted.put(truth.receipt().toString(), PhysicalCopy.bytes(truth.receipt())));
        var places = copy.places(wanted);
        int right = 0;
        int guessed = 0;
        for (var truth : truths) {
            if (truth.choice() == null) {
                continue;
            }
            guessed++;
            var marks = Objects.requireNonNull(places.get(truth.receipt().toString()));
            assertThat(marks).as("the mark is in the copy").isNotEmpty();
            if (truth.choice().equals(nearest(marks, candidates, places))) {
                right++;
            }
        }
        return new Guesses(right, guessed / (double) CANDIDATES, guessed * 3 / 16.0);
    }

    private static @Nullable UUID nearest(
            List<PhysicalCopy.Place> marks, List<UUID> candidates, Map<String, List<PhysicalCopy.Place>> places) {
        UUID best = null;
        var distance = Integer.MAX_VALUE;
        for (var candidate : candidates) {
            for (var form : List.of("b", "t")) {
                for (var place : places.getOrDefault(form + candidate, List.of())) {
                    for (var mark : marks) {
                        var away = Math.abs(place.offset() - mark.offset());
                        if (place.file() == mark.file() && away < distance) {
                            distance = away;
                            best = candidate;
                        }
                    }
                }
            }
        }
        return best;
    }

    /** The k-th mark in the order in which marks lie on the disk, with the k-th published choice in that order. */
    private static Guesses byOrder(List<UUID> elections, List<Truth> truths, String order) throws SQLException {
        var cast = new ArrayList<List<Truth>>();
        var published = new ArrayList<List<@Nullable UUID>>();
        for (int n = 0; n < elections.size(); n++) {
            var number = n;
            var marks = column("select receipt from election_mark where election_id = '%s' order by ctid"
                    .formatted(elections.get(n)));
            var byReceipt = new HashMap<UUID, Truth>();
            truths.stream()
                    .filter(truth -> truth.election() == number)
                    .forEach(truth -> byReceipt.put(truth.receipt(), truth));
            cast.add(marks.stream()
                    .map(receipt -> Objects.requireNonNull(byReceipt.get(receipt)))
                    .toList());
            published.add(column("select unit_id from election_choice where election_id = '%s' order by %s"
                    .formatted(elections.get(n), order)));
        }
        return compare(cast, published);
    }

    private static Guesses compare(List<List<Truth>> cast, List<List<@Nullable UUID>> published) {
        int right = 0;
        double expected = 0;
        double variance = 0;
        for (int election = 0; election < cast.size(); election++) {
            var truths = cast.get(election);
            var choices = published.get(election);
            assertThat(choices).hasSameSizeAs(truths);
            double n = truths.size();
            for (int k = 0; k < truths.size(); k++) {
                if (Objects.equals(truths.get(k).choice(), choices.get(k))) {
                    right++;
                }
            }
            for (var choice : new java.util.HashSet<>(choices)) {
                var times = Collections.frequency(choices, choice);
                expected += times * times / n;
            }
            variance += n * n / (n - 1) / 4;
        }
        return new Guesses(right, expected, variance);
    }

    private static List<@Nullable UUID> column(String query) throws SQLException {
        var values = new ArrayList<@Nullable UUID>();
        try (var connection = PROVINCE.service.database().asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getObject(1, UUID.class));
            }
        }
        return values;
    }

    private static Map<String, byte[]> envelopes(UUID election) throws SQLException {
        var found = new HashMap<String, byte[]>();
        try (var connection = PROVINCE.service.database().asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select envelope from election_envelope where election_id = '%s'".formatted(election))) {
            while (rows.next()) {
                found.put(election + " " + found.size(), rows.getBytes(1));
            }
        }
        return found;
    }

    /** The 32 secret bytes at the end of the key's encoding. */
    private static byte[] scalar(UUID election) throws IOException {
        var encoded = Files.readAllBytes(keyFiles(List.of(election)).getFirst());
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static List<Path> keyFiles(List<UUID> elections) throws IOException {
        try (var files = Files.list(PROVINCE.ballotKeys)) {
            return files.filter(file -> elections.stream()
                            .anyMatch(election -> file.getFileName().toString().startsWith(election.toString())))
                    .toList();
        }
    }
}
