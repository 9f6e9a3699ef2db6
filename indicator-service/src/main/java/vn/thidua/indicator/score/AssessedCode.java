package vn.thidua.indicator.score;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;

/**
 * What is assessed: a criterion, a further number of it, or the ruling on it.
 *
 * @param part the input's code or {@link Input#RULING}, null for the criterion itself
 */
record AssessedCode(String criterion, @Nullable String part) {
    /** @param code as {@link Input#key} writes it */
    static AssessedCode of(String code) {
        var colon = code.indexOf(':');
        return colon < 0
                ? new AssessedCode(code, null)
                : new AssessedCode(code.substring(0, colon), code.substring(colon + 1));
    }

    boolean isRuling() {
        return Input.RULING.equals(part);
    }

    /** The criterion, where the code is one's own. */
    Optional<Criterion> whole(Sheet sheet) {
        return part != null
                ? Optional.empty()
                : sheet.criteria().stream()
                        .filter(one -> one.code().equals(criterion))
                        .findFirst();
    }
}
