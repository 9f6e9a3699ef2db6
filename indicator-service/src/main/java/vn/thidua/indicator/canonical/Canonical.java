package vn.thidua.indicator.canonical;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values as canonical JSON: fields in alphabetical order, no field without a value, no white space, decimals without an exponent.
 * It has a mapper of its own, so that no setting of the HTTP side can move a byte.
 */
public final class Canonical {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Canonical() {}

    public static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** As {@link #text}, without the values of that type, wherever they stand. */
    public static Function<Object, String> without(Class<?> type) {
        return JSON.rebuild().addMixIn(type, LeftOut.class).build()::writeValueAsString;
    }

    @JsonIgnoreType
    private interface LeftOut {}

    public static <T> T read(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }

    /** In lower-case hexadecimal digits. */
    public static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
