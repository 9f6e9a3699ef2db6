package vn.thidua.kit.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.file.FakeClamav;
import vn.thidua.kit.file.Files;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.TestPostgres;

class FilesIT {
    private static final String FILES = "/api/v1/files/cluster";
    private static final NoteHouse HOUSE = NoteHouse.publisher();
    private final UUID unit = HOUSE.unit(null);
    private final Api officer = HOUSE.api(HOUSE.holder(unit, "UNIT_OFFICER", "UNIT"));

    @Test
    void aFileComesBackAsItWasBroughtInAndAsNothingABrowserWouldRun() {
        var pdf = ("%PDF-1.7\n" + "x".repeat(200_000)).getBytes(StandardCharsets.US_ASCII);
        var taken = take(officer, "bi%C3%AAn%20b%E1%BA%A3n.html", pdf);
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.header("Location")).isEqualTo(FILES + "/" + taken.id());
        assertThat(taken.body().path("size").asInt()).isEqualTo(pdf.length);
        var given = officer.get(FILES + "/" + taken.id());
        assertThat(given.bytes()).isEqualTo(pdf);
        assertThat(given.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(given.header("Content-Disposition")).startsWith("attachment").contains("UTF-8''bi%C3%AAn");
        assertThat(given.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(given.header("ETag"))
                .isEqualTo("\"" + taken.body().path("sha256").asString() + "\"");
    }

    @Test
    void itIsSeenByWhoeverBroughtItInAndByWhoeverSeesWhatItBelongsTo() {
        var file = take(officer, "a.txt", "bằng chứng").id();
        var colleague = HOUSE.api(HOUSE.holder(unit, "UNIT_OFFICER", "UNIT"));
        var stranger = HOUSE.api(HOUSE.holder(HOUSE.unit(null), "UNIT_OFFICER", "UNIT"));
        assertThat(colleague.get(FILES + "/" + file).status()).isEqualTo(404);
        officer.post("/api/v1/notes", Map.of("unitId", unit, "text", file.toString()));
        assertThat(colleague.get(FILES + "/" + file).text()).isEqualTo("bằng chứng");
        assertThat(stranger.get(FILES + "/" + file).status()).isEqualTo(404);
        assertThat(HOUSE.api(HOUSE.person()).get(FILES + "/" + file).status()).isEqualTo(404);
    }

    @Test
    void onlyWhoeverMayBringFilesInDoesAndNothingButDocumentsIsTaken() {
        var reader = HOUSE.api(HOUSE.holder(unit, "AUDITOR", "UNIT"));
        assertThat(take(reader, "a.txt", "x").status()).isEqualTo(403);
        assertThat(take(officer, "a.pdf", "MZ\u0001\u0002").status()).isEqualTo(422);
        assertThat(take(officer, "a.docx", "PK\u0003\u0004 no directory").status())
                .isEqualTo(422);
        assertThat(take(officer, "a.txt", "").status()).isEqualTo(422);
        assertThat(take(officer, "a.txt", "x".repeat(1_048_577)).status()).isEqualTo(413);
        assertThat(take(officer, "%20", "x").status()).isBetween(400, 422);
    }

    @Test
    void whatWasTakenTwiceWithOneKeyIsThereOnce() {
        var caller = officer.with("Idempotency-Key", UUID.randomUUID().toString());
        var first = take(caller, "a.txt", "một lần");
        assertThat(take(caller, "a.txt", "một lần").id()).isEqualTo(first.id());
        assertThat(take(caller, "a.txt", "lần khác").problem()).isEqualTo("idempotency-key-reused");
        assertThat(HOUSE.count("select count(*) from file where content = convert_to('một lần', 'UTF8')"))
                .isEqualTo(1);
    }

    @Test
    void whoeverAttachesAFileMustHaveBroughtItIn() {
        var mine = HOUSE.holder(unit, "UNIT_OFFICER", "UNIT");
        var file = take(HOUSE.api(mine), "a.txt", "của tôi").id();
        var files = HOUSE.service.bean(Files.class);
        assertThat(files.broughtInBy(caller(mine), file))
                .hasValueSatisfying(facts -> assertThat(facts.isScan()).isFalse());
        assertThat(files.broughtInBy(caller(HOUSE.person()), file)).isEmpty();
        var picture = HOUSE.api(mine)
                .with("Content-Type", "application/octet-stream")
                .post(FILES + "?name=a.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0})
                .id();
        assertThat(files.broughtInBy(caller(mine), picture))
                .hasValueSatisfying(facts -> assertThat(facts.isScan()).isTrue());
    }

    @Test
    void withAScannerSetNothingIsTakenThatItFindsOrCannotJudge() throws Exception {
        try (var clamav = new FakeClamav();
                var house = NoteHouse.publisher(
                        TestPostgres.create("notes"),
                        Map.of("thidua.file.clamav", clamav.address(), "thidua.file.clamav-patience", "1s"))) {
            var caller = house.api(house.holder(house.unit(null), "UNIT_OFFICER", "UNIT"));
            assertThat(take(caller, "a.txt", "sạch".repeat(40_000)).status()).isEqualTo(201);
            assertThat(clamav.seen()).isEqualTo("sạch".repeat(40_000).getBytes(StandardCharsets.UTF_8));
            clamav.answers("stream: Eicar-Test-Signature FOUND");
            var found = take(caller, "a.txt", "mã độc");
            assertThat(found.status()).isEqualTo(422);
            assertThat(found.body().path("errors").path(0).path("code").asString())
                    .isEqualTo("file-infected");
            clamav.answers("INSTREAM size limit exceeded. ERROR");
            assertThat(take(caller, "a.txt", "lớn").status()).isEqualTo(503);
            clamav.goesAway();
            assertThat(take(caller, "a.txt", "không ai xem").status()).isEqualTo(503);
            assertThat(house.count("select count(*) from file")).isEqualTo(1);
        }
    }

    private static Caller caller(NoteHouse.Person person) {
        return new Caller(Caller.Kind.PERSON, person.account(), Set.of(), null, "test");
    }

    private static Api.Answer take(Api by, String name, Object content) {
        return by.with("Content-Type", "application/octet-stream").post(FILES + "?name=" + name, content);
    }
}
