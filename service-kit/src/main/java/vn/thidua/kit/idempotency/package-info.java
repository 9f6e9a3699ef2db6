@NullMarked
package vn.thidua.kit.idempotency;

import org.jspecify.annotations.NullMarked;
