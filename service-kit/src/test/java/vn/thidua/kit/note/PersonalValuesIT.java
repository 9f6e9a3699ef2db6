package vn.thidua.kit.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.personal.PersonalValues;
import vn.thidua.kit.personal.PersonalValues.Opened;
import vn.thidua.kit.test.Api;

/** Values of people in rows that nobody can change. */
class PersonalValuesIT {
    private static final NoteHouse HOUSE = NoteHouse.publisher();
    private static final UUID UNIT = HOUSE.unit(null);
    private static final Api AUDITOR = HOUSE.api(HOUSE.holder(UNIT, "AUDITOR", "SUBTREE"));
    private static final String NAME = "Nguyễn Thị Bí Mật";

    private final PersonalValues values = HOUSE.service.bean(PersonalValues.class);
    private final UUID person = UUID.randomUUID();

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void aPersonsValueIsSealedInTheRowAndOpenedForReading() {
        record(values.seal(person, "Tên Cũ"), values.seal(person, NAME));
        var stored = HOUSE.jdbc()
                .sql("select before::text || after::text from kit.audit where aggregate_id = ?")
                .param(person)
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain(NAME).doesNotContain("Tên Cũ").contains("sealed:1:");
        var row = row();
        assertThat(row.path("before").path("name").asString()).isEqualTo("Tên Cũ");
        assertThat(row.path("after").path("name").asString()).isEqualTo(NAME);
    }

    @Test
    void afterTheKeyIsDeletedNobodyReadsItAndDeletingAgainIsHarmless() {
        var sealed = Objects.requireNonNull(values.seal(person, NAME));
        record(null, sealed);
        values.erase(person);
        values.erase(person);
        assertThat(values.open(person, sealed)).isEqualTo(new Opened.Erased());
        assertThat(row().path("after").path("name").isNull()).isTrue();
        values.seal(person, "một khoá mới");
        assertThat(values.open(person, sealed))
                .as("a new key opens nothing old")
                .isEqualTo(new Opened.Unreadable());
    }

    @Test
    void theSameValueIsSealedDifferentlyEachTimeAndNobodyElsesKeyOpensIt() {
        var other = UUID.randomUUID();
        values.seal(other, "x");
        var once = Objects.requireNonNull(values.seal(person, NAME));
        assertThat(values.seal(person, NAME)).isNotEqualTo(once);
        assertThat(values.open(person, once)).isEqualTo(new Opened.Value(NAME));
        assertThat(values.open(other, once)).isEqualTo(new Opened.Unreadable());
        assertThat(values.seal(person, null)).isNull();
    }

    @Test
    void aRowThatSomebodyHasSpoiltHidesNoOthers() {
        record(null, values.seal(person, NAME));
        record(null, "sealed:1:không phải");
        record(null, "sealed:1:AAAA");
        var answer = AUDITOR.get("/api/v1/audit/cluster?aggregateId=" + person);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("items").findValuesAsString("name"))
                .containsExactly("sealed:1:AAAA", "sealed:1:không phải", NAME);
    }

    private void record(
            @org.jspecify.annotations.Nullable String before, @org.jspecify.annotations.Nullable String after) {
        HOUSE.inTransaction(() -> HOUSE.service
                .bean(Audit.class)
                .record(new AuditEntry(
                        null,
                        null,
                        "person.renamed",
                        "person",
                        person,
                        UNIT,
                        before == null ? null : Map.of("name", before),
                        after == null ? null : Map.of("name", after),
                        null)));
    }

    private tools.jackson.databind.JsonNode row() {
        return AUDITOR.get("/api/v1/audit/cluster?aggregateId=" + person)
                .body()
                .path("items")
                .path(0);
    }
}
