@NullMarked
package vn.thidua.kit.openapi;

import org.jspecify.annotations.NullMarked;
