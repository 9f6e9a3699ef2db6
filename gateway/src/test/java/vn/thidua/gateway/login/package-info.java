@NullMarked
package vn.thidua.gateway.login;

import org.jspecify.annotations.NullMarked;
