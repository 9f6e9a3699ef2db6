package vn.thidua.indicator.scoresheet;

import java.util.List;
import vn.thidua.kit.problem.FieldError;

/**
 * Why a sheet cannot be frozen.
 *
 * @param pointer JSON Pointer into the sheet
 * @param code key of its text
 */
record Finding(String pointer, String code, List<Object> arguments) {
    Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(String pointer, String code, Object... arguments) {
        return new Finding(pointer, code, List.of(arguments));
    }

    FieldError error() {
        return new FieldError(pointer, code, arguments);
    }
}
