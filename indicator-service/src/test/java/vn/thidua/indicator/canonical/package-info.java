@NullMarked
package vn.thidua.indicator.canonical;

import org.jspecify.annotations.NullMarked;
