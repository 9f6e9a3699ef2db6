package vn.thidua.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.TestIssuer;

class DocumentsIT {
    private final House house = House.instance();

    @Test
    void thePageIsDrawnAgainAsItWasIssued() throws Exception {
        var document = house.document(house.own);
        var path = "/api/v1/award-documents/" + document.path("id").asString() + "/pdf";
        var first = pdf(path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(first.body())))
                .isEqualTo(document.path("sha256").asString());
        assertThat(pdf(path).body()).isEqualTo(first.body());
    }

    @Test
    void theDocumentBearsTheNameTheUnitHadOnTheDayOfTheDecision() {
        assertThat(house.document(house.own).path("citation").asString())
                .isEqualTo("Đã dẫn đầu phong trào thi đua của Khối thi đua các xã, phường số 1, năm 2026");
    }

    @Test
    void anybodyMayCheckACodeHoweverItIsTyped() {
        var code = house.document(house.own).path("code").asString();
        for (var typed :
                new String[] {code, code.toLowerCase(Locale.ROOT), code.replace("-", ""), code.replace("0", "O")}) {
            var checked = house.service.api().get("/api/v1/public/award-documents/" + typed);
            assertThat(checked.status()).as(typed).isEqualTo(200);
            assertThat(checked.header("Cache-Control")).isEqualTo("max-age=60, public");
            assertThat(checked.body().path("code").asString()).isEqualTo(code);
        }
    }

    @Test
    void theCheckNamesNoPersonAndNothingFromInside() {
        var document = house.document(house.own);
        var checked = house.service
                .api()
                .get("/api/v1/public/award-documents/" + document.path("code").asString());
        assertThat(checked.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "code",
                        "recipient",
                        "awardName",
                        "decidedBy",
                        "decisionNumber",
                        "decidedOn",
                        "issuedOn",
                        "revoked",
                        "invented",
                        "sha256");
        assertThat(checked.text()).doesNotContain("Thẩm Quyền");
    }

    @Test
    void aCodeThatWasNeverIssuedIsNotFound() {
        for (var code : new String[] {"7K3QZ9-M2XT4V-B8R1NC", "x", "%00", "'", "..%2f", "U".repeat(3000)}) {
            var answer = house.service.api().get("/api/v1/public/award-documents/" + code);
            assertThat(answer.status()).as(code).isBetween(400, 404);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(house.service
                        .api()
                        .get("/api/v1/public/award-documents/7K3QZ9-M2XT4V-B8R1NC")
                        .problem())
                .isEqualTo("not-found");
    }

    @Test
    void aDocumentTakenBackSaysSoToEverybodyAndStaysAsItWas() {
        var document = house.document(house.own);
        var path = "/api/v1/award-documents/" + document.path("id").asString();
        var revoked = house.authority().post(path + "/revocation", House.revocation());
        assertThat(revoked.status()).as(revoked.text()).isEqualTo(201);
        var checked = house.service
                .api()
                .get("/api/v1/public/award-documents/" + document.path("code").asString());
        assertThat(checked.body().path("revoked").asBoolean()).isTrue();
        assertThat(checked.body().path("sha256").asString())
                .isEqualTo(document.path("sha256").asString());
        assertThat(house.authority()
                        .post(path + "/revocation", House.revocation())
                        .status())
                .isEqualTo(409);
        assertThat(house.standingOfficer()
                        .get(path + "/revocation")
                        .body()
                        .path("ground")
                        .asString())
                .isEqualTo("FRAUD");
    }

    @Test
    void theHonouredUnitSeesItsDocumentAndItsNeighbourDoesNot() {
        var path = "/api/v1/award-documents/"
                + house.document(house.own).path("id").asString();
        assertThat(house.holder(house.own.first(), "UNIT_OFFICER", "UNIT")
                        .get(path)
                        .status())
                .isEqualTo(200);
        assertThat(house.holder(house.communes.get(1), "UNIT_OFFICER", "UNIT")
                        .get(path)
                        .status())
                .isEqualTo(404);
    }

    private HttpResponse<byte[]> pdf(String path) throws IOException, InterruptedException {
        house.known.person("reader-of-pages", house.province, "AUDITOR", "SUBTREE");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.service.port() + path))
                            .header(
                                    "Authorization",
                                    "Bearer " + TestIssuer.instance().person("reader-of-pages"))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
