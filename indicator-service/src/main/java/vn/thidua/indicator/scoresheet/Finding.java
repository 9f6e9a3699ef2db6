package vn.thidua.indicator.scoresheet;

import java.util.List;

/**
 * Why a sheet cannot be frozen.
 *
 * @param pointer JSON Pointer into the sheet
 * @param code key of its text
 */
record Finding(String pointer, String code, List<String> arguments) {
    Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(String pointer, String code, Object... arguments) {
        return new Finding(
                pointer,
                code,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
