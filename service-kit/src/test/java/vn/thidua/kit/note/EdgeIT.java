package vn.thidua.kit.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.description.Description;

/** What comes in from outside, however odd, gets an answer of ours. */
class EdgeIT {
    private static final NoteHouse HOUSE = NoteHouse.publisher();
    private static final UUID UNIT = HOUSE.unit(null);
    private static final NoteHouse.Person HOLDER = HOUSE.holder(UNIT, "UNIT_OFFICER", "UNIT");
    private static final String NOTES = "/api/v1/notes";

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void aLargeAnswerIsCompressedForWhoAsksForItAndASmallOneIsNot() throws IOException {
        var api = HOUSE.api(HOLDER).with("Accept-Encoding", "gzip");
        var whole = HOUSE.api(HOLDER).get(Description.PATH);
        var packed = api.get(Description.PATH);
        assertThat(whole.bytes()).hasSizeGreaterThan(8 * 1024);
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.bytes().length).isLessThan(whole.bytes().length / 4);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(whole.bytes());
        }
        assertThat(api.get(NOTES + "/search?q=x").headers()).doesNotContainKey("content-encoding");
    }

    @Test
    void whoFindsNoPlaceIsToldSoAtOnceAndHealthStaysFree() throws Exception {
        var api = HOUSE.api(HOLDER);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var busy = new ArrayList<Future<Api.Answer>>();
            for (int i = 0; i < 24; i++) {
                // Eight have a connection of the pool; the rest waits for one, which is how overload looks.
                busy.add(threads.submit(() -> api.get(NOTES + "/lingering?millis=1500")));
            }
            Thread.sleep(300);
            var began = Instant.now();
            var refused = api.get(NOTES + "/search?q=x");
            var waited = Duration.between(began, Instant.now());
            assertThat(refused.status()).as(refused.text()).isEqualTo(503);
            assertThat(refused.problem()).isEqualTo("overloaded");
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            assertThat(waited).isLessThan(Duration.ofSeconds(1));

            began = Instant.now();
            assertThat(HOUSE.service.api().get("/actuator/health/liveness").status())
                    .isEqualTo(200);
            assertThat(HOUSE.service.api().get("/actuator/health/readiness").status())
                    .isEqualTo(200);
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(1));
            for (var answer : busy) {
                assertThat(answer.get().status()).isIn(200, 503);
            }
        }
        assertThat(api.get(NOTES + "/search?q=x").status()).isEqualTo(200);
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedWhetherItsLengthIsToldOrNot() throws IOException {
        var large = "{\"unitId\":\"%s\",\"text\":\"%s\"}".formatted(UNIT, "a".repeat(1 << 20));
        var told = HOUSE.api(HOLDER).post(NOTES, large);
        assertThat(told.status()).isEqualTo(413);
        assertThat(told.problem()).isEqualTo("payload-too-large");
        for (var type : new String[] {"application/json", "application/x-www-form-urlencoded"}) {
            for (var method : new String[] {"POST", "PUT"}) {
                assertThat(chunked(method, type, "a".repeat(64 * 1024), 32)).startsWith("HTTP/1.1 413");
            }
        }
    }

    @Test
    void brokenChunksAreTheCallersFault() throws IOException {
        assertThat(raw("POST " + NOTES + " HTTP/1.1\r\n" + headers("application/json")
                        + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "\"text\"",
                "{} {}",
                "{\"unitId\":\"U\",\"text\":\"ab\",\"text\":\"cd\"}",
                "{\"unitId\":\"U\",\"text\":\"ab\"} trailing",
                "{\"unitId\":\"U\",\"text\":\"ab\",\"weight\":NaN}",
                "{\"unitId\":\"U\",\"text\":\"ab\",\"weight\":Infinity}",
                "{\"unitId\":\"U\",\"text\":\"ab\",\"pages\":1e309}",
                "{\"unitId\":\"U\",\"text\":\"ab\",\"pages\":1.5}",
                "{\"unitId\":\"U\",\"text\":\"ab\",\"pages\":\"3\"}",
                "{\"unitId\":\"U\",\"text\":\"ab\",\"pages\":99999999999}",
                "{\"unitId\":\"U\",\"text\":\"ab\",\"draft\":\"yes\"}",
                "{\"unitId\":\"U\",\"text\":\"ab\",\"draft\":1}",
                "{\"unitId\":\"U\",\"text\":5}",
                "{\"unitId\":\"U\",\"text\":true}",
                "{\"unitId\":\"U\",\"text\":[\"ab\"]}",
                "{\"unitId\":\"U\",\"text\":{}}",
                "{\"unitId\":\"U\",\"text\":null}",
                "{\"unitId\":\"U\",\"text\":\"  \"}",
                "{\"unitId\":\"U\"}",
                "{\"unitId\":\"no-uuid\",\"text\":\"ab\"}",
                "{\"unitId\":7,\"text\":\"ab\"}",
                "{\"unitId\":null,\"text\":\"ab\"}",
                "{\"unitId\":\"U\",\"text\":\"ab\",\"remarks\":{}}",
                "{\"unitId\":\"U\",\"text\":\"ab\",\"remarks\":[3]}",
                "{\"unitId\":\"U\",\"text\":\"ab\",\"remarks\":[{\"text\":\"\"}]}",
                "{\"unitId\":\"U\",\"text\":\"a\\u0000b\"}",
                "{\"unitId\":\"U\",\"text\":\"a\\ud800b\"}",
                "{\"unitId\":\"U\",\"text\":\"a\\u202eb\"}",
                "{\"unitId\":\"U\",\"text\":\"a\\u2066b\"}",
                "{\"unitId\":\"U\",\"text\":\"a\u0007b\"}",
                "{'unitId':'U'}",
                ""
            })
    void aBodyThatMakesNoSenseIsRefusedAndChangesNothing(String body) {
        var before = HOUSE.count("select count(*) from note");
        var refused = HOUSE.api(HOLDER).post(NOTES, body.replace("\"U\"", "\"" + UNIT + "\""));
        assertThat(refused.status()).as(refused.text()).isIn(400, 422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body().path("title").asString()).isNotBlank();
        assertThat(HOUSE.count("select count(*) from note")).isEqualTo(before);
    }

    @Test
    void nestingTenThousandDeepIsRefused() {
        for (var body : new String[] {
            "[".repeat(10_000),
            "{\"remarks\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
            "{\"unknown\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "}"
        }) {
            var refused = HOUSE.api(HOLDER).post(NOTES, body);
            assertThat(refused.status()).as(refused.text()).isIn(400, 422);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"text\":\"ab\",\"txet\":1|/txet|unknown",
                "\"text\":\"ab\",\"remarks\":[{\"text\":\"a\"},{\"txet\":\"a\"}]|/remarks/1/txet|unknown",
                "\"text\":\"ab\",\"remarks\":[{\"text\":\"a\"},{\"text\":\"\"}]|/remarks/1/text|not-blank",
                "\"text\":\"a\"|/text|length",
                "\"text\":\"a\\u0000b\"|/text|forbidden-character",
                "\"text\":\"ab\",\"remarks\":[{\"text\":\"a\\u202eb\"}]|/remarks/0/text|forbidden-character",
                "\"text\":\"ab\",\"pages\":\"3\"|/pages|format"
            })
    void aFieldAtFaultIsNamedByItsPointer(String fields, String pointer, String code) {
        var refused = HOUSE.api(HOLDER).post(NOTES, "{\"unitId\":\"" + UNIT + "\"," + fields + "}");
        assertThat(refused.status()).isEqualTo(422);
        var error = refused.body().path("errors").path(0);
        assertThat(error.path("pointer").asString()).as(refused.text()).isEqualTo(pointer);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("detail").asString()).isNotBlank();
    }

    @Test
    void theBoundsOfALengthAreToldInTheirOrder() {
        var refused = HOUSE.api(HOLDER).post(NOTES, Map.of("unitId", UNIT, "text", "a"));
        assertThat(refused.body().path("errors").path(0).path("detail").asString())
                .contains("2")
                .matches(".*2.*200.*");
    }

    @Test
    void textIsKeptInOneNormalForm() {
        var composed = "Xã Bến Cát ở miền Đông";
        var written = HOUSE.api(HOLDER)
                .post(NOTES, Map.of("unitId", UNIT, "text", Normalizer.normalize(composed, Normalizer.Form.NFD)));
        assertThat(written.body().path("text").asString()).isEqualTo(composed);
        var asked =
                java.net.URLEncoder.encode(Normalizer.normalize(composed, Normalizer.Form.NFD), StandardCharsets.UTF_8);
        assertThat(HOUSE.api(HOLDER)
                        .get(NOTES + "/search?q=" + asked)
                        .body()
                        .path("q")
                        .asString())
                .isEqualTo(composed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/notes/search",
                "/api/v1/notes/search?q=%00",
                "/api/v1/notes/search?q=%E2%80%AE",
                "/api/v1/notes/search?q=%zz",
                "/api/v1/notes/search?q=%",
                "/api/v1/notes/search?q=%ff%fe",
                "/api/v1/notes/search?q=%ED%A0%80",
                "/api/v1/notes/search?q=a&limit=0",
                "/api/v1/notes/search?q=a&limit=11",
                "/api/v1/notes/search?q=a&limit=x",
                "/api/v1/notes/search?q=a&limit=1e3",
                "/api/v1/notes/not-a-uuid",
                "/api/v1/notes/00000000-0000-4000-8000-000000000000",
                "/api/v1/notes/a%2Fb",
                "/api/v1/notes/%00",
                "/api/v1/notes/..%2f..",
                "/api/v1/notes/;x=1",
                "/api/v1/nowhere",
                "/api/v1//notes/x"
            })
    void anAddressThatMakesNoSenseGetsAProblem(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1\r\n" + headers("application/json") + "\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").containsIgnoringCase("application/problem+json");
        assertThat(answer).doesNotContain("HTTP/1.1 401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "DELETE", "OPTIONS", "TRACE", "FOO"})
    void aMethodThatNobodyTakesIsRefused(String method) throws IOException {
        var answer =
                raw(method + " " + NOTES + " HTTP/1.1\r\n" + headers("application/json") + "Content-Length: 0\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (200|4\\d\\d) .*");
    }

    @Test
    void aContentTypeThatNobodyReadsIsRefused() {
        var refused = HOUSE.api(HOLDER).with("Content-Type", "text/xml").post(NOTES, "<x/>");
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.problem()).isEqualTo("unsupported-media-type");
        assertThat(HOUSE.api(HOLDER)
                        .with("Accept", "text/html")
                        .get(NOTES + "/search?q=x")
                        .status())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|Không tìm thấy|vi",
                "vi|Không tìm thấy|vi",
                "en|Not found|en",
                "en-GB,vi;q=0.5|Not found|en",
                "vi-VN,en;q=0.9|Không tìm thấy|vi",
                "fr|Không tìm thấy|vi",
                "fr,en;q=0.3|Not found|en",
                "*;;q=x|Không tìm thấy|vi"
            })
    void aProblemSpeaksTheCallersLanguage(@Nullable String accepted, String title, String language) {
        var api = HOUSE.api(HOLDER);
        var answer =
                (accepted == null ? api : api.with("Accept-Language", accepted)).get(NOTES + "/" + UUID.randomUUID());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("title").asString()).isEqualTo(title);
        assertThat(answer.header("Content-Language")).isEqualTo(language);
    }

    @Test
    void whatIsUnexpectedShowsAnIdAndNoInnerText() {
        var answer = HOUSE.api(HOLDER).get(NOTES + "/broken");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.problem()).isEqualTo("unexpected");
        assertThat(UUID.fromString(answer.body().path("errorId").asString())).isNotNull();
        assertThat(answer.text()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void aLockThatIsHeldTooLongPassesAndIsNoFailure() throws Exception {
        var api = HOUSE.api(HOLDER);
        var id = api.post(NOTES, Map.of("unitId", UNIT, "text", "khoá")).id();
        try (var other = HOUSE.service.database().asOwner();
                var lock = other.prepareStatement("select id from note where id = ? for update")) {
            other.setAutoCommit(false);
            lock.setObject(1, id);
            lock.executeQuery();
            var answer = api.put(NOTES + "/" + id, 1, Map.of("text", "chờ"));
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isNotBlank();
            other.rollback();
        }
        assertThat(api.put(NOTES + "/" + id, 1, Map.of("text", "xong")).status())
                .isEqualTo(200);
    }

    private static String headers(String contentType) {
        var headers = new HashMap<String, String>();
        headers.put("Host", "127.0.0.1");
        headers.put("Connection", "close");
        headers.put("Authorization", "Bearer " + HOLDER.token());
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        headers.put("If-Match", "\"1\"");
        headers.put("Content-Type", contentType);
        var text = new StringBuilder();
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.toString();
    }

    private static String chunked(String method, String contentType, String chunk, int times) throws IOException {
        var one = Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n";
        var path = method.equals("PUT") ? NOTES + "/" + UUID.randomUUID() : NOTES;
        return raw(method + " " + path + " HTTP/1.1\r\n" + headers(contentType) + "Transfer-Encoding: chunked\r\n\r\n"
                + one.repeat(times) + "0\r\n\r\n");
    }

    /** Sends exactly these bytes, as no client library would. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), HOUSE.service.port())) {
            socket.setSoTimeout(10_000);
            var writing = Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                } catch (IOException refusedEarly) {
                    // The answer came before all was sent; it is what the test looks at.
                    Thread.currentThread().interrupt();
                }
            });
            var answer = new StringBuilder();
            try {
                var bytes = new byte[8192];
                for (int n = socket.getInputStream().read(bytes);
                        n >= 0;
                        n = socket.getInputStream().read(bytes)) {
                    answer.append(new String(bytes, 0, n, StandardCharsets.UTF_8));
                }
            } catch (IOException reset) {
                if (answer.isEmpty()) {
                    throw reset;
                }
            }
            writing.interrupt();
            return answer.toString();
        }
    }
}
