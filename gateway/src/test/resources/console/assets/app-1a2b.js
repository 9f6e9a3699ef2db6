console.log("thi đua")
