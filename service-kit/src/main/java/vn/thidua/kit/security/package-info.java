@NullMarked
package vn.thidua.kit.security;

import org.jspecify.annotations.NullMarked;
