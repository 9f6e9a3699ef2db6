package vn.thidua.kit.test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What careless and hostile clients send. */
public final class BadInput {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Object> WRONG_VALUES = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u202Etxt",
            "x".repeat(100_000),
            "'; drop table unit; --",
            -1,
            0.5,
            true,
            List.of(),
            Map.of(),
            List.of("a", "b"),
            Map.of("a", 1),
            "0000-00-00",
            "9999999-01-01",
            "2026-02-30",
            "not-a-uuid",
            "00000000-0000-0000-0000-000000000000",
            "NaN");

    private BadInput() {}

    /** Raw bodies that are no JSON, or JSON that no endpoint can mean. */
    public static List<String> rawBodies() {
        return List.of(
                "",
                "null",
                "[]",
                "\"text\"",
                "12",
                "{",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":NaN}",
                "{\"version\":1e309}",
                "{} {}",
                "[".repeat(10_000),
                "{\"a\":".repeat(5_000),
                "\uFEFF{}",
                "<xml/>",
                "[" + "1,".repeat(100_000) + "1]");
    }

    /** The valid body with one field left out, null, of another type, too long, of hostile text; and with fields nobody asked for. */
    public static Map<String, String> bodies(Map<String, Object> valid) {
        var bodies = new LinkedHashMap<String, String>();
        for (var field : valid.keySet()) {
            var without = new HashMap<>(valid);
            without.remove(field);
            bodies.put("without " + field, JSON.writeValueAsString(without));
            without.put(field, null);
            bodies.put(field + " null", JSON.writeValueAsString(without));
            for (var wrong : WRONG_VALUES) {
                without.put(field, wrong);
                var label = wrong.toString();
                bodies.put(
                        field + " = " + (label.length() > 40 ? label.length() + " characters" : label),
                        JSON.writeValueAsString(without));
            }
            // A lone surrogate cannot be written by the mapper, so it is spelt.
            bodies.put(
                    field + " = lone surrogate",
                    JSON.writeValueAsString(valid)
                            .replace("{", "{\"" + field + "\":\"\\ud800\",")
                            .replaceFirst(",,", ","));
        }
        for (var extra : List.of("id", "version", "status", "score", "approvedBy", "withdrawnAt", "erased")) {
            var more = new HashMap<>(valid);
            more.put(extra, 1);
            bodies.put("with " + extra, JSON.writeValueAsString(more));
        }
        return bodies;
    }

    /** Values for a query parameter, already encoded. */
    public static List<String> queryValues() {
        var values = new ArrayList<>(List.of(
                "",
                "-1",
                "0",
                "9223372036854775808",
                "1e309",
                "NaN",
                "null",
                "%00",
                "a%00b",
                "%ED%A0%80",
                "%FF%FE",
                "%25",
                "%27",
                "%5C",
                "_",
                ";drop",
                "1%3Bselect%20pg_sleep(5)",
                "x".repeat(5_000),
                "2026-13-01",
                "true",
                "%E2%80%AE"));
        values.add("99999999-9999-9999-9999-999999999999");
        return values;
    }
}
