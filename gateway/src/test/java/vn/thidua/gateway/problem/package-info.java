@NullMarked
package vn.thidua.gateway.problem;

import org.jspecify.annotations.NullMarked;
