@NullMarked
package vn.thidua.kit.web;

import org.jspecify.annotations.NullMarked;
