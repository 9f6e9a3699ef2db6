package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableLimits;
import vn.thidua.kit.table.TableReader;
import vn.thidua.kit.table.TableValue;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable;
import vn.thidua.kit.test.TestIssuer;
import vn.thidua.kit.test.TestPostgres;

/** People come in with their mandates as a table, from a spreadsheet or another system. */
class PersonTablesIT {
    private static final String TABLES = "/api/v1/person-tables";

    private final Province province = Province.instance();
    private final Api administrator = province.administrator();
    private final UUID commune = province.unit("Xã Có Bảng Người", province.id);

    @Test
    void aTableIsTakenOnceHoweverOftenItIsSent() {
        var username = "u" + UUID.randomUUID();
        var first = PersonWork.row("Trần Thị Bảng", commune);
        first.put("email", "bang@thu.vn");
        first.put("phone", "0912 345 678");
        first.put("username", username);
        first.put("role", "Cán bộ thẩm định");
        first.put("from", "01/01/2026");
        first.put("to", "31/12/2026");
        var more = PersonWork.mandate(code(first), "Lãnh đạo đơn vị");
        more.put("mandateUnitCode", UnitWork.codeOf(province.id));
        more.put("scope", "cả trực thuộc");
        var unentrusted = PersonWork.row("Lê Văn Bảng", commune);
        unentrusted.remove("role");
        unentrusted.remove("from");
        var file = UnitWork.workbook(PersonWork.COLUMNS, List.of(first, more, unentrusted));
        var before = kept();
        var tried = take(file, "DRY_RUN");
        assertThat(counts(tried)).isEqualTo("registered 2, changed 0, granted 2, asked 1, unchanged 0, refused 0");
        assertThat(tried.path("applied").asBoolean()).isFalse();
        assertThat(kept()).isEqualTo(before);
        assertThat(take(file, "WHOLE_OR_NOTHING").path("applied").asBoolean()).isTrue();
        var person = PersonWork.person(administrator, code(first));
        assertThat(person.path("name").asString()).isEqualTo("Trần Thị Bảng");
        assertThat(person.path("email").asString()).isEqualTo("bang@thu.vn");
        assertThat(person.path("phone").asString()).isEqualTo("0912 345 678");
        assertThat(person.path("unitId").asString()).isEqualTo(commune.toString());
        var mandates = PersonWork.mandates(administrator, person);
        assertThat(mandates.findValuesAsString("role")).containsExactlyInAnyOrder("VERIFIER", "UNIT_LEADER");
        assertThat(mandates.findValuesAsString("scope")).containsExactlyInAnyOrder("UNIT", "SUBTREE");
        assertThat(mandates.findValuesAsString("validTo")).contains("2026-12-31");
        assertThat(administrator
                        .get("/api/v1/people/" + person.path("id").asString() + "/account")
                        .body()
                        .path("request")
                        .path("username")
                        .asString())
                .isEqualTo(username);
        var done = kept();
        assertThat(counts(take(file, "PARTIAL")))
                .isEqualTo("registered 0, changed 0, granted 0, asked 0, unchanged 3, refused 0");
        assertThat(kept()).isEqualTo(done);
    }

    @Test
    void namesStandReadableNeitherInTheAuditNorInTheFeedNorInSavedAnswers() {
        var row = PersonWork.row("Nguyễn Thị Kín Đáo", commune);
        row.put("email", "kindao@thu.vn");
        row.put("username", "kin.dao." + UUID.randomUUID());
        rows(administrator, "PARTIAL", List.of(row));
        var bad = PersonWork.row("Nguyễn Thị Kín Đáo", commune);
        bad.put("from", "hôm qua");
        var back = administrator.post(TABLES + "/failures", UnitWork.workbook(PersonWork.COLUMNS, List.of(bad)));
        assertThat(back.status()).isEqualTo(200);
        for (var table : List.of("kit.audit", "kit.outbox", "kit.feed_event")) {
            assertThat(
                            Assembly.text(
                                    "select count(*) from " + table
                                            + " x where x::text like '%Kín Đáo%' or x::text like '%kindao%' or x::text like '%kin.dao%'"))
                    .as(table)
                    .isEqualTo("0");
        }
        assertThat(Assembly.text(
                        "select count(*) from kit.idempotency where operation like '%person-tables/failures%'"))
                .isEqualTo("0");
        var person = PersonWork.person(administrator, code(row)).path("id").asString();
        var trail = administrator
                .get("/api/v1/audit/cluster?aggregateId=" + person)
                .body()
                .path("items");
        assertThat(trail.findValuesAsString("action")).containsExactlyInAnyOrder("person.created", "account.requested");
        assertThat(trail.toString()).contains("Nguyễn Thị Kín Đáo");
    }

    @Test
    void aMandateOfATableIsSomebodysToActUnderAtOnce() {
        var row = PersonWork.row("Người Làm Ngay", commune);
        row.put("role", "STANDING_OFFICER");
        row.put("scope", "SUBTREE");
        rows(administrator, "WHOLE_OR_NOTHING", List.of(row));
        var person = PersonWork.person(administrator, code(row));
        var account = "account-" + UUID.randomUUID();
        var body = new HashMap<String, Object>(Map.of("name", "Người Làm Ngay", "unitId", commune));
        body.put("code", code(row));
        body.put("account", Map.of("subject", account));
        assertThat(administrator
                        .put("/api/v1/people/" + person.path("id").asString(), 1, body)
                        .status())
                .isEqualTo(200);
        assertThat(province.person(account)
                        .post("/api/v1/units", province.newUnit("Thôn", commune))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theFirstRowSaysWhoItIsAndTheOthersMayNotSayOtherwise() {
        var first = PersonWork.row("Phạm Một Tên", commune);
        var same = PersonWork.mandate(code(first), "TELLER");
        same.put("name", "Phạm Một Tên");
        var other = PersonWork.mandate(code(first), "CLERK");
        other.put("name", "Phạm Hai Tên");
        var nameless = PersonWork.row("", commune);
        nameless.remove("name");
        var orphan = PersonWork.mandate(code(nameless), "TELLER");
        var taken = rows(administrator, "PARTIAL", List.of(first, same, other, nameless, orphan));
        assertThat(counts(taken)).isEqualTo("registered 1, changed 0, granted 2, asked 0, unchanged 0, refused 3");
        assertThat(faults(taken))
                .containsExactly(
                        "3 Họ và tên row-differs", "4 Họ và tên required", "5 Mã cán bộ row-of-person-refused");
    }

    @Test
    void aMandateIsGrantedByTheRulesOfSingleOnes() {
        var row = PersonWork.row("Đỗ Đã Được Giao", commune);
        var other = PersonWork.mandate(code(row), "TELLER");
        rows(administrator, "PARTIAL", List.of(row, other));
        var teller = PersonWork.mandates(administrator, PersonWork.person(administrator, code(row)))
                .path(0);
        assertThat(teller.path("role").asString()).isEqualTo("TELLER");
        administrator
                .with("If-Match", "\"1\"")
                .post("/api/v1/mandates/" + teller.path("id").asString() + "/withdrawal", Map.of("reason", "thôi"));
        var longer = PersonWork.mandate(code(row), "VERIFIER");
        longer.put("from", "2025-07-01");
        var backwards = PersonWork.mandate(code(row), "CLERK");
        backwards.put("to", "2025-12-31");
        var roleless = PersonWork.mandate(code(row), "CLERK");
        roleless.remove("role");
        var dayless = PersonWork.mandate(code(row), "CLERK");
        dayless.remove("from");
        var nowhere = PersonWork.mandate(code(row), "CLERK");
        nowhere.put("mandateUnitCode", "KHONG.CO");
        var once = PersonWork.mandate(code(row), "ACCOUNTANT");
        var twice = new HashMap<>(once);
        twice.put("from", "2026-05-01");
        var taken = rows(
                administrator,
                "PARTIAL",
                List.of(other, longer, backwards, roleless, dayless, nowhere, once, twice, row));
        assertThat(faults(taken))
                .containsExactly(
                        "1 Từ ngày mandate-withdrawn",
                        "2 Từ ngày mandate-twice",
                        "3 Đến ngày before-start",
                        "4 Vai trò required",
                        "5 Từ ngày required",
                        "6 Mã đơn vị được giao not-found",
                        "8 Từ ngày row-twice");
        assertThat(counts(taken)).isEqualTo("registered 0, changed 0, granted 1, asked 0, unchanged 1, refused 7");
    }

    @Test
    void nobodyRegistersOrEntrustsOutsideOnesOwnSubtree() {
        var outside = province.unit("Xã Ngoài Bảng", province.id);
        var local = province.person(province.holder(commune, "ADMINISTRATOR", "SUBTREE"));
        var colleague = PersonWork.row("Người Nơi Khác", outside);
        rows(administrator, "PARTIAL", List.of(colleague));
        var stranger = PersonWork.row("Người Lạ", outside);
        var reaching = PersonWork.row("Người Với Tay", commune);
        reaching.put("mandateUnitCode", UnitWork.codeOf(outside));
        var renamed = new HashMap<>(colleague);
        var entrusted = PersonWork.mandate(code(colleague), "TELLER");
        entrusted.put("mandateUnitCode", UnitWork.codeOf(commune));
        var moved = PersonWork.row("Người Chuyển", commune);
        rows(administrator, "PARTIAL", List.of(moved));
        var away = Map.<String, Object>of("code", code(moved), "unitCode", UnitWork.codeOf(outside));
        var taken = rows(local, "PARTIAL", List.of(stranger, reaching, renamed, entrusted, away));
        assertThat(faults(taken))
                .containsExactly(
                        "1 Mã đơn vị công tác not-over-unit",
                        "2 Mã đơn vị được giao not-over-unit",
                        "3 Họ và tên not-over-unit",
                        "3 Mã đơn vị công tác not-over-unit",
                        "3 Mã đơn vị được giao not-over-unit",
                        "5 Mã đơn vị công tác not-over-unit");
        assertThat(taken.path("granted").asInt()).isEqualTo(1);
        assertThat(PersonWork.mandates(local, PersonWork.person(administrator, code(colleague)))
                        .findValuesAsString("role"))
                .containsExactly("TELLER");
    }

    @Test
    void theAddressOfWhoIsAlsoTrustedElsewhereIsNotMovedFromHere() {
        var local = province.person(province.holder(commune, "ADMINISTRATOR", "SUBTREE"));
        var row = PersonWork.row("Người Có Thư Ở Tỉnh", commune);
        rows(administrator, "PARTIAL", List.of(row));
        var person = UUID.fromString(
                PersonWork.person(administrator, code(row)).path("id").asString());
        province.mandate(person, province.id, "VERIFIER", "UNIT");
        row.put("email", "ke-khac@thu.vn");
        assertThat(faults(rows(local, "PARTIAL", List.of(row)))).containsExactly("1 Thư điện tử mandates-elsewhere");
        assertThat(rows(administrator, "PARTIAL", List.of(row)).path("changed").asInt())
                .isEqualTo(1);
    }

    @Test
    void whoIsAlsoTrustedElsewhereGetsNoAccountFromHere() {
        var local = province.person(province.holder(commune, "ADMINISTRATOR", "SUBTREE"));
        var row = PersonWork.row("Người Kiêm Việc", commune);
        rows(administrator, "PARTIAL", List.of(row));
        var person = UUID.fromString(
                PersonWork.person(administrator, code(row)).path("id").asString());
        province.mandate(person, province.id, "VERIFIER", "UNIT");
        row.put("username", "u" + UUID.randomUUID());
        assertThat(faults(rows(local, "PARTIAL", List.of(row)))).containsExactly("1 Tên đăng nhập mandates-elsewhere");
        assertThat(rows(administrator, "PARTIAL", List.of(row)).path("asked").asInt())
                .isEqualTo(1);
    }

    @Test
    void aLogInNameIsOnePersonsAndAnAccountThatIsThereStays() {
        var username = "u" + UUID.randomUUID();
        var one = PersonWork.row("Người Một", commune);
        one.put("username", username);
        var two = PersonWork.row("Người Hai", commune);
        two.put("username", username);
        assertThat(faults(rows(administrator, "PARTIAL", List.of(one, two)))).containsExactly("2 Tên đăng nhập taken");
        assertThat(faults(rows(administrator, "PARTIAL", List.of(two)))).containsExactly("1 Tên đăng nhập taken");
        var known = PersonWork.row("Người Có Sẵn", commune);
        known.remove("role");
        known.remove("from");
        var body = Map.of(
                "code",
                code(known),
                "name",
                "Người Có Sẵn",
                "unitId",
                commune,
                "account",
                Map.of("subject", "account-" + UUID.randomUUID()));
        assertThat(administrator.post("/api/v1/people", body).status()).isEqualTo(201);
        known.put("username", "u" + UUID.randomUUID());
        assertThat(faults(rows(administrator, "PARTIAL", List.of(known))))
                .containsExactly("1 Tên đăng nhập account-there");
    }

    @Test
    void aRowChangesWhatItSaysAndLeavesTheRest() {
        var row = PersonWork.row("Tên Cũ", commune);
        row.put("phone", "0911");
        rows(administrator, "PARTIAL", List.of(row));
        var next = province.unit("Xã Chuyển Đến", province.id);
        var change = Map.<String, Object>of(
                "code", code(row), "name", "Tên Mới", "email", "moi@thu.vn", "unitCode", UnitWork.codeOf(next));
        assertThat(rows(administrator, "PARTIAL", List.of(change))
                        .path("changed")
                        .asInt())
                .isEqualTo(1);
        var person = PersonWork.person(administrator, code(row));
        assertThat(person.path("name").asString()).isEqualTo("Tên Mới");
        assertThat(person.path("phone").asString()).isEqualTo("0911");
        assertThat(person.path("unitId").asString()).isEqualTo(next.toString());
        assertThat(person.path("version").asInt()).isEqualTo(2);
        assertThat(rows(administrator, "PARTIAL", List.of(change))
                        .path("unchanged")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatWasTakenOutIsBroughtBackWithoutEffectAndGivesACodeToWhoHasNone() {
        var area = province.unit("Khu Xuất Người", province.id);
        var nameless = province.person("Người Chưa Có Mã", area);
        var row = PersonWork.row("Người Có Mã", area);
        var second = PersonWork.mandate(code(row), "TELLER");
        rows(administrator, "PARTIAL", List.of(row, second));
        province.mandate(nameless, area, "UNIT_OFFICER", "SUBTREE");
        var out = administrator.get(TABLES + "?under=" + area);
        assertThat(out.header("Content-Disposition")).contains("attachment", ".xlsx");
        var back = take(out.bytes(), "WHOLE_OR_NOTHING");
        assertThat(back.path("rows").asInt()).as(back.toString()).isEqualTo(3);
        assertThat(back.path("unchanged").asInt()).as(back.toString()).isEqualTo(3);
        var code = PersonWork.newCode();
        var coded = Map.<String, Object>of("id", nameless, "code", code);
        assertThat(rows(administrator, "PARTIAL", List.of(coded))
                        .path("changed")
                        .asInt())
                .isEqualTo(1);
        assertThat(PersonWork.person(administrator, code).path("id").asString()).isEqualTo(nameless.toString());
        assertThat(faults(rows(
                        administrator,
                        "PARTIAL",
                        List.of(Map.of("id", nameless, "code", code(row)), Map.of("id", UUID.randomUUID())))))
                .containsExactly("1 Mã cán bộ taken", "2 Khóa not-found");
    }

    @Test
    void theFailedRowsComeBackWithTheirReasonAndAreSentAgainMended() {
        var good = PersonWork.row("Người Được", commune);
        var bad = PersonWork.row("Người Chưa Được", commune);
        bad.put("role", "Thần tiên");
        bad.put("email", "không phải thư");
        var back = administrator.post(TABLES + "/failures", UnitWork.workbook(PersonWork.COLUMNS, List.of(good, bad)));
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        var fault = TableColumn.shown("Lỗi", 10);
        var name = Objects.requireNonNull(PersonWork.COLUMNS.get("name"));
        var lines = new ArrayList<TableReader.Line>();
        new TableReader(List.of(name, fault), TableLimits.USUAL)
                .read(() -> new ByteArrayInputStream(back.bytes()), lines::add);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().at(name)).isEqualTo(new TableValue.Text("Người Chưa Được"));
        assertThat(lines.getFirst().at(fault).toString())
                .contains("Vai trò: “Thần tiên” không có trong các lựa chọn", "Thư điện tử: Sai định dạng");
        assertThat(PersonWork.person(administrator, code(good)).isMissingNode()).isTrue();
        bad.put("role", "Ban kiểm phiếu");
        bad.remove("email");
        assertThat(take(UnitWork.workbook(PersonWork.COLUMNS, List.of(bad)), "PARTIAL")
                        .path("registered")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aCodeIsOnePersonsAndGoesWithTheirData() {
        var row = PersonWork.row("Người Giữ Mã", commune);
        rows(administrator, "PARTIAL", List.of(row));
        var taken = administrator.post(
                "/api/v1/people", Map.of("name", "Người Tranh Mã", "unitId", commune, "code", code(row)));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/code");
        var person = PersonWork.person(administrator, code(row)).path("id").asString();
        administrator.post("/api/v1/people/" + person + "/erasure", Map.of("reason", "theo yêu cầu"));
        assertThat(PersonWork.person(administrator, code(row)).isMissingNode()).isTrue();
        assertThat(administrator
                        .get("/api/v1/people/" + person)
                        .body()
                        .path("code")
                        .isNull())
                .isTrue();
    }

    @Test
    void aLargeTableIsTakenInSeconds() {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 1_000; i++) {
            var row = PersonWork.row("Người Lớn " + i, commune);
            row.put("email", "nguoi" + i + "@thu.vn");
            row.put("username", "lon" + i + "." + UUID.randomUUID());
            rows.add(row);
            rows.add(PersonWork.mandate(code(row), "TELLER"));
        }
        var file = UnitWork.workbook(PersonWork.COLUMNS, rows);
        var begun = System.nanoTime();
        var taken = take(file, "WHOLE_OR_NOTHING");
        assertThat(counts(taken))
                .isEqualTo("registered 1000, changed 0, granted 2000, asked 1000, unchanged 0, refused 0");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        assertThat(take(file, "DRY_RUN").path("unchanged").asInt()).isEqualTo(2_000);
        Assembly.sql("delete from account_request where username like 'lon%'");
        rows.add(new HashMap<>(rows.getFirst()));
        assertThat(administrator
                        .post(TABLES, UnitWork.workbook(PersonWork.COLUMNS, rows))
                        .body()
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("file-too-many-rows");
    }

    @Test
    void whileTheKeyDatabaseIsAwayNobodyIsRegisteredAndTheTableIsSentAgainLater() throws SQLException {
        var keys = TestPostgres.create("keys");
        Map<String, Object> settings = Map.of(
                "THIDUA_KEYS_DB_URL",
                keys.url(),
                "THIDUA_KEYS_DB_USER",
                keys.owner(),
                "THIDUA_KEYS_DB_PASSWORD",
                keys.password());
        var row = PersonWork.row("Người Chờ Khóa", commune);
        var body = Map.of("rows", List.of(row));
        try (var service = province.instanceBeside(settings)) {
            var api = service.api().as(TestIssuer.instance().person(Province.ADMINISTRATOR));
            try (var connection = province.service.database().asSuperuser();
                    var statement = connection.createStatement()) {
                var name = keys.name();
                statement.execute("alter database \"" + name + "\" with allow_connections false");
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
                assertThat(api.post(TABLES + "/rows?mode=PARTIAL", body).status())
                        .isEqualTo(503);
                assertThat(PersonWork.person(administrator, code(row)).isMissingNode())
                        .isTrue();
                statement.execute("alter database \"" + name + "\" with allow_connections true");
            }
        }
    }

    private static Object code(Map<String, Object> row) {
        return Objects.requireNonNull(row.get("code"));
    }

    private JsonNode take(byte[] file, String mode) {
        var taken = administrator.post(TABLES + "?mode=" + mode, file);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        return taken.body();
    }

    private static JsonNode rows(Api caller, String mode, List<Map<String, Object>> rows) {
        var taken = caller.post(TABLES + "/rows?mode=" + mode, Map.of("rows", rows));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        return taken.body();
    }

    private static String counts(JsonNode taken) {
        var counts = new ArrayList<String>();
        for (var what : List.of("registered", "changed", "granted", "asked", "unchanged", "refused")) {
            counts.add(what + " " + taken.path(what).asInt());
        }
        return String.join(", ", counts);
    }

    /** Everything of the field; the kit keeps answers to be given again. */
    private List<String> kept() {
        return AuthorisationTable.checksum(province.service.database())
                .lines()
                .filter(table -> table.startsWith("public.") || table.startsWith("kit.audit "))
                .toList();
    }

    private static List<String> faults(JsonNode taken) {
        return taken.path("errors")
                .valueStream()
                .map(error -> error.path("row").asInt()
                        + " " + error.path("column").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}
