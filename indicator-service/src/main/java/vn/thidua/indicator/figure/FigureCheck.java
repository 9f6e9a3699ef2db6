package vn.thidua.indicator.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.figure.Figure.Measured;
import vn.thidua.indicator.figure.Figure.Subject;
import vn.thidua.indicator.provenance.Provenance;
import vn.thidua.kit.problem.FieldError;

/** Looks at the fields of a figure together; the database refuses the same, without saying where. */
final class FigureCheck {
    private final List<FieldError> errors = new ArrayList<>();

    private FigureCheck() {}

    static List<FieldError> of(Figure figure) {
        var check = new FigureCheck();
        check.subject(figure);
        check.number("/value", figure.value());
        check.number("/outOf", figure.outOf());
        if (figure.outOf() != null && figure.outOf().signum() <= 0) {
            check.error("/outOf", "range");
        }
        if (figure.outOf() != null && figure.measure() != Measured.VALUE) {
            check.error("/outOf", "not-for-measure");
        }
        if (figure.provenance() == Provenance.IN_DOCUMENT && figure.source() == null) {
            check.error("/source", "required");
        }
        return check.errors;
    }

    private void subject(Figure figure) {
        needed("/unitId", figure.unitId(), figure.subject() == Subject.UNIT);
        needed("/members", figure.members(), figure.subject() == Subject.MEMBERS);
        needed("/value", figure.value(), figure.subject() != Subject.MEMBERS);
        if (figure.aggregation() != null && figure.subject() != Subject.CLUSTER) {
            error("/aggregation", "not-for-subject");
        }
        if (figure.rankStated() != null && figure.subject() != Subject.UNIT) {
            error("/rankStated", "not-for-subject");
        }
        var members = figure.members();
        if (members != null) {
            number("/members/threshold", members.threshold());
            if (members.count() > members.outOf()) {
                error("/members/count", "range");
            }
        }
    }

    private void needed(String pointer, @Nullable Object value, boolean needed) {
        if (needed && value == null) {
            error(pointer, "required");
        } else if (!needed && value != null) {
            error(pointer, "not-for-subject");
        }
    }

    private void number(String pointer, @Nullable BigDecimal number) {
        if (number != null && !Decimals.fits(number)) {
            error(pointer, "decimal");
        }
    }

    private void error(String pointer, String code) {
        errors.add(FieldError.of(pointer, code));
    }
}
