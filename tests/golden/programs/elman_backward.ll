; ModuleID = "backward"
target triple = "unknown-unknown-unknown"
target datalayout = ""

define void @"backward"(i64 %".1", i64 %".2", i64* %".3") nounwind
{
entry:
  %".79" = alloca float*, i64 12, align 64
  %".78" = alloca float, i64 96, align 64
  %".5" = getelementptr i64, i64* %".3", i64 0
  %".6" = load i64, i64* %".5"
  %".7" = getelementptr i64, i64* %".3", i64 1
  %".8" = load i64, i64* %".7"
  %".9" = getelementptr i64, i64* %".3", i64 2
  %".10" = load i64, i64* %".9"
  %".11" = getelementptr i64, i64* %".3", i64 3
  %".12" = load i64, i64* %".11"
  %".13" = getelementptr i64, i64* %".3", i64 4
  %".14" = load i64, i64* %".13"
  %".15" = getelementptr i64, i64* %".3", i64 5
  %".16" = load i64, i64* %".15"
  %".17" = getelementptr i64, i64* %".3", i64 6
  %".18" = load i64, i64* %".17"
  %".19" = getelementptr i64, i64* %".3", i64 7
  %".20" = load i64, i64* %".19"
  %".21" = getelementptr i64, i64* %".3", i64 8
  %".22" = load i64, i64* %".21"
  %".23" = getelementptr i64, i64* %".3", i64 9
  %".24" = load i64, i64* %".23"
  %".25" = inttoptr i64 %".24" to void (i64, i64*)*
  %".26" = getelementptr i64, i64* %".3", i64 10
  %".27" = load i64, i64* %".26"
  %".28" = inttoptr i64 %".27" to i64*
  %".29" = getelementptr i64, i64* %".3", i64 11
  %".30" = load i64, i64* %".29"
  %".31" = inttoptr i64 %".30" to i64*
  %".32" = getelementptr i64, i64* %".3", i64 12
  %".33" = load i64, i64* %".32"
  %".34" = inttoptr i64 %".33" to i64*
  %".35" = getelementptr i64, i64* %".3", i64 13
  %".36" = load i64, i64* %".35"
  %".37" = getelementptr i64, i64* %".3", i64 14
  %".38" = load i64, i64* %".37"
  %".39" = inttoptr i64 %".38" to float*
  %".40" = getelementptr i64, i64* %".3", i64 15
  %".41" = load i64, i64* %".40"
  %".42" = inttoptr i64 %".41" to float*
  %".43" = getelementptr i64, i64* %".3", i64 16
  %".44" = load i64, i64* %".43"
  %".45" = getelementptr i64, i64* %".3", i64 17
  %".46" = load i64, i64* %".45"
  %".47" = getelementptr i64, i64* %".3", i64 18
  %".48" = load i64, i64* %".47"
  %".49" = inttoptr i64 %".48" to float*
  %".50" = getelementptr i64, i64* %".3", i64 19
  %".51" = load i64, i64* %".50"
  %".52" = inttoptr i64 %".51" to float*
  %".53" = getelementptr i64, i64* %".3", i64 20
  %".54" = load i64, i64* %".53"
  %".55" = inttoptr i64 %".54" to float*
  %".56" = icmp ne i64 %".22", 0
  %".57" = ptrtoint i64* %".31" to i64
  %".58" = icmp ne i64 %".57", 0
  %".59" = mul i64 %".12", %".1"
  %".60" = udiv i64 %".59", %".2"
  %".61" = add i64 %".1", 1
  %".62" = mul i64 %".12", %".61"
  %".63" = udiv i64 %".62", %".2"
  %".64" = sub i64 %".63", %".60"
  %".65" = add i64 %".12", %".2"
  %".66" = add i64 %".65", -1
  %".67" = sub i64 %".66", %".1"
  %".68" = udiv i64 %".67", %".2"
  %".69" = select  i1 %".58", i64 %".68", i64 %".64"
  %".70" = select  i1 %".56", i64 %".12", i64 %".69"
  %".71" = select  i1 %".58", i64 %".1", i64 %".60"
  %".72" = select  i1 %".56", i64 0, i64 %".71"
  %".73" = xor i1 %".58", -1
  %".74" = or i1 %".56", %".73"
  %".75" = select  i1 %".74", i64 1, i64 %".2"
  %".76" = ptrtoint void (i64, i64, i64*)* null to i64
  %".77" = icmp ne i64 %".76", 0
  br label %"head"
head:
  %".81" = phi  i64 [0, %"entry"], [%".352", %"end.4.endif"]
  %".82" = icmp slt i64 %".81", %".8"
  br i1 %".82", label %"body", label %"end"
body:
  %".84" = mul i64 %".81", %".10"
  %".85" = sub i64 %".6", %".84"
  %".86" = add i64 %".85", 1
  br i1 %".58", label %"head.1", label %"active"
end:
  %".354" = icmp ne i64 %".36", 0
  br i1 %".354", label %"end.if", label %"end.endif"
head.1:
  %".88" = phi  i64 [%".70", %"body"], [%".91", %"length"]
  %".89" = icmp sgt i64 %".88", 0
  br i1 %".89", label %"length", label %"active"
length:
  %".91" = sub i64 %".88", 1
  %".92" = mul i64 %".91", %".75"
  %".93" = add i64 %".72", %".92"
  %".94" = getelementptr i64, i64* %".34", i64 %".93"
  %".95" = load i64, i64* %".94"
  %".96" = getelementptr i64, i64* %".31", i64 %".95"
  %".97" = load i64, i64* %".96"
  %".98" = icmp sle i64 %".97", %".85"
  br i1 %".98", label %"head.1", label %"active"
active:
  %".100" = phi  i64 [%".70", %"body"], [0, %"head.1"], [%".88", %"length"]
  br label %"head.2"
head.2:
  %".102" = phi  i64 [%".100", %"active"], [%".153", %"end.2"]
  %".103" = icmp slt i64 %".102", %".70"
  br i1 %".103", label %"body.1", label %"end.1"
body.1:
  %".105" = mul i64 %".102", %".75"
  %".106" = add i64 %".72", %".105"
  %".107" = getelementptr i64, i64* %".34", i64 %".106"
  %".108" = load i64, i64* %".107"
  %".109" = mul i64 %".86", %".12"
  %".110" = add i64 %".109", %".108"
  %".111" = mul i64 %".110", 1
  %".112" = add i64 %".111", 0
  %".113" = mul i64 %".112", %".14"
  %".114" = getelementptr float, float* %".42", i64 %".113"
  %".115" = sub i64 8, 1
  %".116" = add i64 %".14", %".115"
  %".117" = udiv i64 %".116", 8
  %".118" = mul i64 %".117", %".1"
  %".119" = udiv i64 %".118", %".2"
  %".120" = add i64 %".1", 1
  %".121" = mul i64 %".117", %".120"
  %".122" = udiv i64 %".121", %".2"
  %".123" = select  i1 %".56", i64 %".119", i64 0
  %".124" = select  i1 %".56", i64 %".122", i64 %".117"
  br label %"head.3"
end.1:
  %".155" = sub i64 8, 1
  %".156" = add i64 %".14", %".155"
  %".157" = udiv i64 %".156", 8
  %".158" = mul i64 %".157", %".1"
  %".159" = udiv i64 %".158", %".2"
  %".160" = add i64 %".1", 1
  %".161" = mul i64 %".157", %".160"
  %".162" = udiv i64 %".161", %".2"
  %".163" = select  i1 %".56", i64 %".159", i64 0
  %".164" = select  i1 %".56", i64 %".162", i64 %".157"
  br label %"head.5"
head.3:
  %".126" = phi  i64 [%".123", %"body.1"], [%".151", %"end.3"]
  %".127" = icmp slt i64 %".126", %".124"
  br i1 %".127", label %"body.2", label %"end.2"
body.2:
  %".129" = mul i64 %".126", 1
  %".130" = sub i64 8, 1
  %".131" = add i64 %".14", %".130"
  %".132" = udiv i64 %".131", 8
  %".133" = sub i64 %".132", %".129"
  %".134" = icmp slt i64 %".133", 1
  %".135" = select  i1 %".134", i64 %".133", i64 1
  br label %"head.4"
end.2:
  %".153" = add i64 %".102", 1
  br label %"head.2"
head.4:
  %".137" = phi  i64 [0, %"body.2"], [%".149", %"body.3"]
  %".138" = icmp slt i64 %".137", %".135"
  br i1 %".138", label %"body.3", label %"end.3"
body.3:
  %".140" = add i64 %".129", %".137"
  %".141" = mul i64 %".140", 8
  %".142" = sub i64 %".14", %".141"
  %".143" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".142", i32 0
  %".144" = shufflevector <8 x i64> %".143", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".145" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".144"
  %".146" = getelementptr float, float* %".114", i64 %".141"
  %".147" = bitcast float* %".146" to <8 x float>*
  call void @"llvm.masked.store.v8f32.p0"(<8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>, <8 x float>* %".147", i32 4, <8 x i1> %".145")
  %".149" = add i64 %".137", 1
  br label %"head.4"
end.3:
  %".151" = add i64 %".126", 1
  br label %"head.3"
head.5:
  %".166" = phi  i64 [%".163", %"end.1"], [%".345", %"end.5"]
  %".167" = icmp slt i64 %".166", %".164"
  br i1 %".167", label %"body.4", label %"end.4"
body.4:
  br label %"head.6"
end.4:
  %".347" = icmp sgt i64 %".2", 1
  %".348" = and i1 %".56", %".347"
  br i1 %".348", label %"end.4.if", label %"end.4.endif"
head.6:
  %".170" = phi  i64 [0, %"body.4"], [%".343", %"end.9"]
  %".171" = icmp slt i64 %".170", %".100"
  br i1 %".171", label %"block", label %"end.5"
block:
  %".173" = sub i64 %".100", %".170"
  %".174" = sub i64 12, 1
  %".175" = add i64 %".173", %".174"
  %".176" = udiv i64 %".175", 12
  %".177" = sub i64 %".176", 1
  %".178" = add i64 %".173", %".177"
  %".179" = udiv i64 %".178", %".176"
  %".180" = mul i64 %".166", 1
  %".181" = sub i64 8, 1
  %".182" = add i64 %".14", %".181"
  %".183" = udiv i64 %".182", 8
  %".184" = sub i64 %".183", %".180"
  %".185" = icmp slt i64 %".184", 1
  %".186" = select  i1 %".185", i64 %".184", i64 1
  br label %"head.7"
end.5:
  %".345" = add i64 %".166", 1
  br label %"head.5"
head.7:
  %".188" = phi  i64 [0, %"block"], [%".228", %"end.7"]
  %".189" = icmp slt i64 %".188", %".179"
  br i1 %".189", label %"body.5", label %"end.6"
body.5:
  %".191" = add i64 %".170", %".188"
  %".192" = mul i64 %".191", %".75"
  %".193" = add i64 %".72", %".192"
  %".194" = getelementptr i64, i64* %".34", i64 %".193"
  %".195" = load i64, i64* %".194"
  %".196" = mul i64 %".166", 1
  %".197" = sub i64 8, 1
  %".198" = add i64 %".14", %".197"
  %".199" = udiv i64 %".198", 8
  %".200" = sub i64 %".199", %".196"
  %".201" = icmp slt i64 %".200", 1
  %".202" = select  i1 %".201", i64 %".200", i64 1
  br label %"head.8"
end.6:
  br label %"head.9"
head.8:
  %".204" = phi  i64 [0, %"body.5"], [%".226", %"body.6"]
  %".205" = icmp slt i64 %".204", %".202"
  br i1 %".205", label %"body.6", label %"end.7"
body.6:
  %".207" = add i64 %".196", %".204"
  %".208" = mul i64 %".207", 8
  %".209" = sub i64 %".14", %".208"
  %".210" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".209", i32 0
  %".211" = shufflevector <8 x i64> %".210", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".212" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".211"
  %".213" = mul i64 %".86", %".44"
  %".214" = mul i64 %".195", %".46"
  %".215" = add i64 %".213", %".214"
  %".216" = add i64 %".215", %".208"
  %".217" = getelementptr float, float* %".49", i64 %".216"
  call void @"llvm.prefetch.p0"(float* %".217", i32 0, i32 3, i32 1)
  %".219" = mul i64 %".188", 1
  %".220" = add i64 %".219", 0
  %".221" = add i64 %".220", %".204"
  %".222" = mul i64 %".221", 8
  %".223" = getelementptr float, float* %".78", i64 %".222"
  %".224" = bitcast float* %".223" to <8 x float>*
  store <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>, <8 x float>* %".224", align 4
  %".226" = add i64 %".204", 1
  br label %"head.8"
end.7:
  %".228" = add i64 %".188", 1
  br label %"head.7"
head.9:
  %".231" = phi  i64 [0, %"end.6"], [%".248", %"body.7"]
  %".232" = icmp slt i64 %".231", %".179"
  br i1 %".232", label %"body.7", label %"end.8"
body.7:
  %".234" = add i64 %".170", %".231"
  %".235" = mul i64 %".234", %".75"
  %".236" = add i64 %".72", %".235"
  %".237" = getelementptr i64, i64* %".34", i64 %".236"
  %".238" = load i64, i64* %".237"
  %".239" = add i64 %".86", %".10"
  %".240" = mul i64 %".239", %".12"
  %".241" = add i64 %".240", %".238"
  %".242" = mul i64 %".241", 1
  %".243" = add i64 %".242", 0
  %".244" = mul i64 %".243", %".14"
  %".245" = getelementptr float, float* %".42", i64 %".244"
  %".246" = getelementptr float*, float** %".79", i64 %".231"
  store float* %".245", float** %".246"
  %".248" = add i64 %".231", 1
  br label %"head.9"
end.8:
  %".250" = getelementptr float, float* %".78", i64 0
  %".251" = mul i64 %".14", 8
  %".252" = mul i64 %".166", %".251"
  %".253" = getelementptr float, float* %".55", i64 %".252"
  %".254" = sub i64 %".186", 1
  %".255" = mul i64 %".254", 12
  %".256" = add i64 %".255", %".179"
  %".257" = add i64 %".256", -1
  %".258" = getelementptr [12 x void (float*, i64, i64, float**, float*)*], [12 x void (float*, i64, i64, float**, float*)*]* @"table_1_1_1", i64 0, i64 %".257"
  %".259" = load void (float*, i64, i64, float**, float*)*, void (float*, i64, i64, float**, float*)** %".258"
  call void %".259"(float* %".253", i64 %".14", i64 1, float** %".79", float* %".250")
  br label %"head.10"
head.10:
  %".262" = phi  i64 [0, %"end.8"], [%".341", %"end.10"]
  %".263" = icmp slt i64 %".262", %".179"
  br i1 %".263", label %"body.8", label %"end.9"
body.8:
  %".265" = add i64 %".170", %".262"
  %".266" = mul i64 %".265", %".75"
  %".267" = add i64 %".72", %".266"
  %".268" = getelementptr i64, i64* %".34", i64 %".267"
  %".269" = load i64, i64* %".268"
  %".270" = mul i64 %".166", 1
  %".271" = sub i64 8, 1
  %".272" = add i64 %".14", %".271"
  %".273" = udiv i64 %".272", 8
  %".274" = sub i64 %".273", %".270"
  %".275" = icmp slt i64 %".274", 1
  %".276" = select  i1 %".275", i64 %".274", i64 1
  br label %"head.11"
end.9:
  %".343" = add i64 %".170", %".179"
  br label %"head.6"
head.11:
  %".278" = phi  i64 [0, %"body.8"], [%".339", %"body.9"]
  %".279" = icmp slt i64 %".278", %".276"
  br i1 %".279", label %"body.9", label %"end.10"
body.9:
  %".281" = add i64 %".270", %".278"
  %".282" = mul i64 %".281", 8
  %".283" = sub i64 %".14", %".282"
  %".284" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".283", i32 0
  %".285" = shufflevector <8 x i64> %".284", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".286" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".285"
  %".287" = mul i64 %".262", 1
  %".288" = add i64 %".287", 0
  %".289" = add i64 %".288", %".278"
  %".290" = mul i64 %".289", 8
  %".291" = getelementptr float, float* %".78", i64 %".290"
  %".292" = bitcast float* %".291" to <8 x float>*
  %".293" = load <8 x float>, <8 x float>* %".292", align 4
  %".294" = mul i64 %".269", %".14"
  %".295" = add i64 %".294", %".282"
  %".296" = getelementptr float, float* %".52", i64 %".295"
  %".297" = bitcast float* %".296" to <8 x float>*
  %".298" = call <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".297", i32 4, <8 x i1> %".286", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>)
  %".299" = fadd <8 x float> %".298", %".293"
  %".300" = mul i64 %".86", %".44"
  %".301" = mul i64 %".269", %".46"
  %".302" = add i64 %".300", %".301"
  %".303" = add i64 %".302", %".282"
  %".304" = getelementptr float, float* %".49", i64 %".303"
  %".305" = bitcast float* %".304" to <8 x float>*
  %".306" = call <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".305", i32 4, <8 x i1> %".286", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>)
  %".307" = fadd <8 x float> %".299", %".306"
  %".308" = sub i64 %".86", %".10"
  %".309" = sub i64 %".86", %".10"
  %".310" = sub i64 %".86", %".10"
  %".311" = sub i64 %".86", %".10"
  %".312" = mul i64 %".86", %".12"
  %".313" = add i64 %".312", %".269"
  %".314" = mul i64 %".313", %".18"
  %".315" = add i64 %".314", %".282"
  %".316" = getelementptr float, float* %".39", i64 %".315"
  %".317" = getelementptr float, float* %".316", i64 0
  %".318" = bitcast float* %".317" to <8 x float>*
  %".319" = call <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".318", i32 4, <8 x i1> %".286", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>)
  %".320" = fmul <8 x float> %".319", %".319"
  %".321" = fsub <8 x float> <float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000>, %".320"
  %".322" = fmul <8 x float> %".307", %".321"
  %".323" = mul i64 %".86", %".12"
  %".324" = add i64 %".323", %".269"
  %".325" = mul i64 %".324", 1
  %".326" = add i64 %".325", 0
  %".327" = mul i64 %".326", %".14"
  %".328" = getelementptr float, float* %".42", i64 %".327"
  %".329" = getelementptr float, float* %".328", i64 %".282"
  %".330" = bitcast float* %".329" to <8 x float>*
  call void @"llvm.masked.store.v8f32.p0"(<8 x float> %".322", <8 x float>* %".330", i32 4, <8 x i1> %".286")
  %".332" = mul i64 %".269", %".14"
  %".333" = add i64 %".332", %".282"
  %".334" = mul i64 %".269", %".14"
  %".335" = add i64 %".334", %".282"
  %".336" = getelementptr float, float* %".52", i64 %".335"
  %".337" = bitcast float* %".336" to <8 x float>*
  call void @"llvm.masked.store.v8f32.p0"(<8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>, <8 x float>* %".337", i32 4, <8 x i1> %".286")
  %".339" = add i64 %".278", 1
  br label %"head.11"
end.10:
  %".341" = add i64 %".262", 1
  br label %"head.10"
end.4.if:
  call void %".25"(i64 %".2", i64* %".28")
  br label %"end.4.endif"
end.4.endif:
  %".352" = add i64 %".81", 1
  br label %"head"
end.if:
  %".356" = sub i64 %".8", 1
  %".357" = mul i64 %".356", %".10"
  %".358" = sub i64 %".6", %".357"
  %".359" = add i64 %".358", 1
  %".360" = icmp slt i64 %".10", 0
  %".361" = and i1 %".58", %".360"
  %".362" = sub i64 8, 1
  %".363" = add i64 %".14", %".362"
  %".364" = udiv i64 %".363", 8
  %".365" = mul i64 %".364", %".1"
  %".366" = udiv i64 %".365", %".2"
  %".367" = add i64 %".1", 1
  %".368" = mul i64 %".364", %".367"
  %".369" = udiv i64 %".368", %".2"
  %".370" = select  i1 %".56", i64 %".366", i64 0
  %".371" = select  i1 %".56", i64 %".369", i64 %".364"
  br label %"head.12"
end.endif:
  ret void
head.12:
  %".373" = phi  i64 [%".370", %"end.if"], [%".520", %"end.12"]
  %".374" = icmp slt i64 %".373", %".371"
  br i1 %".374", label %"body.10", label %"end.11"
body.10:
  br label %"head.13"
end.11:
  br label %"end.endif"
head.13:
  %".377" = phi  i64 [0, %"body.10"], [%".518", %"end.16"]
  %".378" = icmp slt i64 %".377", %".70"
  br i1 %".378", label %"block.1", label %"end.12"
block.1:
  %".380" = sub i64 %".70", %".377"
  %".381" = sub i64 12, 1
  %".382" = add i64 %".380", %".381"
  %".383" = udiv i64 %".382", 12
  %".384" = sub i64 %".383", 1
  %".385" = add i64 %".380", %".384"
  %".386" = udiv i64 %".385", %".383"
  %".387" = mul i64 %".373", 1
  %".388" = sub i64 8, 1
  %".389" = add i64 %".14", %".388"
  %".390" = udiv i64 %".389", 8
  %".391" = sub i64 %".390", %".387"
  %".392" = icmp slt i64 %".391", 1
  %".393" = select  i1 %".392", i64 %".391", i64 1
  br label %"head.14"
end.12:
  %".520" = add i64 %".373", 1
  br label %"head.12"
head.14:
  %".395" = phi  i64 [0, %"block.1"], [%".435", %"end.14"]
  %".396" = icmp slt i64 %".395", %".386"
  br i1 %".396", label %"body.11", label %"end.13"
body.11:
  %".398" = add i64 %".377", %".395"
  %".399" = mul i64 %".398", %".75"
  %".400" = add i64 %".72", %".399"
  %".401" = getelementptr i64, i64* %".34", i64 %".400"
  %".402" = load i64, i64* %".401"
  %".403" = mul i64 %".373", 1
  %".404" = sub i64 8, 1
  %".405" = add i64 %".14", %".404"
  %".406" = udiv i64 %".405", 8
  %".407" = sub i64 %".406", %".403"
  %".408" = icmp slt i64 %".407", 1
  %".409" = select  i1 %".408", i64 %".407", i64 1
  br label %"head.15"
end.13:
  br label %"head.16"
head.15:
  %".411" = phi  i64 [0, %"body.11"], [%".433", %"body.12"]
  %".412" = icmp slt i64 %".411", %".409"
  br i1 %".412", label %"body.12", label %"end.14"
body.12:
  %".414" = add i64 %".403", %".411"
  %".415" = mul i64 %".414", 8
  %".416" = sub i64 %".14", %".415"
  %".417" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".416", i32 0
  %".418" = shufflevector <8 x i64> %".417", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".419" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".418"
  %".420" = mul i64 %".359", %".44"
  %".421" = mul i64 %".402", %".46"
  %".422" = add i64 %".420", %".421"
  %".423" = add i64 %".422", %".415"
  %".424" = getelementptr float, float* %".49", i64 %".423"
  call void @"llvm.prefetch.p0"(float* %".424", i32 0, i32 3, i32 1)
  %".426" = mul i64 %".395", 1
  %".427" = add i64 %".426", 0
  %".428" = add i64 %".427", %".411"
  %".429" = mul i64 %".428", 8
  %".430" = getelementptr float, float* %".78", i64 %".429"
  %".431" = bitcast float* %".430" to <8 x float>*
  store <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>, <8 x float>* %".431", align 4
  %".433" = add i64 %".411", 1
  br label %"head.15"
end.14:
  %".435" = add i64 %".395", 1
  br label %"head.14"
head.16:
  %".438" = phi  i64 [0, %"end.13"], [%".459", %"body.13"]
  %".439" = icmp slt i64 %".438", %".386"
  br i1 %".439", label %"body.13", label %"end.15"
body.13:
  %".441" = add i64 %".377", %".438"
  %".442" = mul i64 %".441", %".75"
  %".443" = add i64 %".72", %".442"
  %".444" = getelementptr i64, i64* %".34", i64 %".443"
  %".445" = load i64, i64* %".444"
  %".446" = add i64 %".359", %".10"
  %".447" = select  i1 %".361", i64* %".31", i64* %".34"
  %".448" = getelementptr i64, i64* %".447", i64 %".445"
  %".449" = load i64, i64* %".448"
  %".450" = select  i1 %".361", i64 %".449", i64 %".359"
  %".451" = mul i64 %".450", %".12"
  %".452" = add i64 %".451", %".445"
  %".453" = mul i64 %".452", 1
  %".454" = add i64 %".453", 0
  %".455" = mul i64 %".454", %".14"
  %".456" = getelementptr float, float* %".42", i64 %".455"
  %".457" = getelementptr float*, float** %".79", i64 %".438"
  store float* %".456", float** %".457"
  %".459" = add i64 %".438", 1
  br label %"head.16"
end.15:
  %".461" = getelementptr float, float* %".78", i64 0
  %".462" = mul i64 %".14", 8
  %".463" = mul i64 %".373", %".462"
  %".464" = getelementptr float, float* %".55", i64 %".463"
  %".465" = sub i64 %".393", 1
  %".466" = mul i64 %".465", 12
  %".467" = add i64 %".466", %".386"
  %".468" = add i64 %".467", -1
  %".469" = getelementptr [12 x void (float*, i64, i64, float**, float*)*], [12 x void (float*, i64, i64, float**, float*)*]* @"table_1_1_1", i64 0, i64 %".468"
  %".470" = load void (float*, i64, i64, float**, float*)*, void (float*, i64, i64, float**, float*)** %".469"
  call void %".470"(float* %".464", i64 %".14", i64 1, float** %".79", float* %".461")
  br label %"head.17"
head.17:
  %".473" = phi  i64 [0, %"end.15"], [%".516", %"end.17"]
  %".474" = icmp slt i64 %".473", %".386"
  br i1 %".474", label %"body.14", label %"end.16"
body.14:
  %".476" = add i64 %".377", %".473"
  %".477" = mul i64 %".476", %".75"
  %".478" = add i64 %".72", %".477"
  %".479" = getelementptr i64, i64* %".34", i64 %".478"
  %".480" = load i64, i64* %".479"
  %".481" = mul i64 %".373", 1
  %".482" = sub i64 8, 1
  %".483" = add i64 %".14", %".482"
  %".484" = udiv i64 %".483", 8
  %".485" = sub i64 %".484", %".481"
  %".486" = icmp slt i64 %".485", 1
  %".487" = select  i1 %".486", i64 %".485", i64 1
  br label %"head.18"
end.16:
  %".518" = add i64 %".377", %".386"
  br label %"head.13"
head.18:
  %".489" = phi  i64 [0, %"body.14"], [%".514", %"body.15"]
  %".490" = icmp slt i64 %".489", %".487"
  br i1 %".490", label %"body.15", label %"end.17"
body.15:
  %".492" = add i64 %".481", %".489"
  %".493" = mul i64 %".492", 8
  %".494" = sub i64 %".14", %".493"
  %".495" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".494", i32 0
  %".496" = shufflevector <8 x i64> %".495", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".497" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".496"
  %".498" = mul i64 %".473", 1
  %".499" = add i64 %".498", 0
  %".500" = add i64 %".499", %".489"
  %".501" = mul i64 %".500", 8
  %".502" = getelementptr float, float* %".78", i64 %".501"
  %".503" = bitcast float* %".502" to <8 x float>*
  %".504" = load <8 x float>, <8 x float>* %".503", align 4
  %".505" = mul i64 %".480", %".14"
  %".506" = add i64 %".505", %".493"
  %".507" = getelementptr float, float* %".52", i64 %".506"
  %".508" = bitcast float* %".507" to <8 x float>*
  %".509" = call <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".508", i32 4, <8 x i1> %".497", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>)
  %".510" = fadd <8 x float> %".509", %".504"
  %".511" = getelementptr float, float* %".52", i64 %".506"
  %".512" = bitcast float* %".511" to <8 x float>*
  call void @"llvm.masked.store.v8f32.p0"(<8 x float> %".510", <8 x float>* %".512", i32 4, <8 x i1> %".497")
  %".514" = add i64 %".489", 1
  br label %"head.18"
end.17:
  %".516" = add i64 %".473", 1
  br label %"head.17"
}

declare void @"llvm.masked.store.v8f32.p0"(<8 x float> %".1", <8 x float>* %".2", i32 %".3", <8 x i1> %".4")

declare void @"llvm.prefetch.p0"(float* %".1", i32 %".2", i32 %".3", i32 %".4")

define internal void @"sums_1_1_1_1_1"(float* %".1", i64 %".2", i64 %".3", float** %".4", float* %".5") noinline nounwind
{
entry:
  %".7" = getelementptr float*, float** %".4", i64 0
  %".8" = load float*, float** %".7"
  %".9" = getelementptr float, float* %".5", i64 0
  %".10" = bitcast float* %".9" to <8 x float>*
  %".11" = load <8 x float>, <8 x float>* %".10", align 4
  %".12" = icmp slt i64 0, %".2"
  br i1 %".12", label %"sum", label %"end"
sum:
  %".14" = phi  i64 [0, %"entry"], [%".27", %"sum"]
  %".15" = phi  i64 [0, %"entry"], [%".28", %"sum"]
  %".16" = phi  i64 [0, %"entry"], [%".29", %"sum"]
  %".17" = phi  <8 x float> [%".11", %"entry"], [%".26", %"sum"]
  %".18" = add i64 %".16", 0
  %".19" = getelementptr float, float* %".1", i64 %".18"
  %".20" = bitcast float* %".19" to <8 x float>*
  %".21" = load <8 x float>, <8 x float>* %".20", align 4
  %".22" = getelementptr float, float* %".8", i64 %".15"
  %".23" = load float, float* %".22"
  %".24" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".23", i32 0
  %".25" = shufflevector <8 x float> %".24", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".26" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".21", <8 x float> %".25", <8 x float> %".17")
  %".27" = add i64 %".14", 1
  %".28" = add i64 %".15", %".3"
  %".29" = add i64 %".16", 8
  %".30" = icmp slt i64 %".27", %".2"
  br i1 %".30", label %"sum", label %"end"
end:
  %".32" = phi  <8 x float> [%".11", %"entry"], [%".26", %"sum"]
  store <8 x float> %".32", <8 x float>* %".10", align 4
  ret void
}

declare <8 x float> @"llvm.fma.v8f32"(<8 x float> %".1", <8 x float> %".2", <8 x float> %".3")

define internal void @"sums_1_1_1_1_2"(float* %".1", i64 %".2", i64 %".3", float** %".4", float* %".5") noinline nounwind
{
entry:
  %".7" = getelementptr float*, float** %".4", i64 0
  %".8" = load float*, float** %".7"
  %".9" = getelementptr float*, float** %".4", i64 1
  %".10" = load float*, float** %".9"
  %".11" = getelementptr float, float* %".5", i64 0
  %".12" = bitcast float* %".11" to <8 x float>*
  %".13" = getelementptr float, float* %".5", i64 8
  %".14" = bitcast float* %".13" to <8 x float>*
  %".15" = load <8 x float>, <8 x float>* %".12", align 4
  %".16" = load <8 x float>, <8 x float>* %".14", align 4
  %".17" = icmp slt i64 0, %".2"
  br i1 %".17", label %"sum", label %"end"
sum:
  %".19" = phi  i64 [0, %"entry"], [%".38", %"sum"]
  %".20" = phi  i64 [0, %"entry"], [%".39", %"sum"]
  %".21" = phi  i64 [0, %"entry"], [%".40", %"sum"]
  %".22" = phi  <8 x float> [%".15", %"entry"], [%".32", %"sum"]
  %".23" = phi  <8 x float> [%".16", %"entry"], [%".37", %"sum"]
  %".24" = add i64 %".21", 0
  %".25" = getelementptr float, float* %".1", i64 %".24"
  %".26" = bitcast float* %".25" to <8 x float>*
  %".27" = load <8 x float>, <8 x float>* %".26", align 4
  %".28" = getelementptr float, float* %".8", i64 %".20"
  %".29" = load float, float* %".28"
  %".30" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".29", i32 0
  %".31" = shufflevector <8 x float> %".30", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".32" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".27", <8 x float> %".31", <8 x float> %".22")
  %".33" = getelementptr float, float* %".10", i64 %".20"
  %".34" = load float, float* %".33"
  %".35" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".34", i32 0
  %".36" = shufflevector <8 x float> %".35", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".37" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".27", <8 x float> %".36", <8 x float> %".23")
  %".38" = add i64 %".19", 1
  %".39" = add i64 %".20", %".3"
  %".40" = add i64 %".21", 8
  %".41" = icmp slt i64 %".38", %".2"
  br i1 %".41", label %"sum", label %"end"
end:
  %".43" = phi  <8 x float> [%".15", %"entry"], [%".32", %"sum"]
  %".44" = phi  <8 x float> [%".16", %"entry"], [%".37", %"sum"]
  store <8 x float> %".43", <8 x float>* %".12", align 4
  store <8 x float> %".44", <8 x float>* %".14", align 4
  ret void
}

define internal void @"sums_1_1_1_1_3"(float* %".1", i64 %".2", i64 %".3", float** %".4", float* %".5") noinline nounwind
{
entry:
  %".7" = getelementptr float*, float** %".4", i64 0
  %".8" = load float*, float** %".7"
  %".9" = getelementptr float*, float** %".4", i64 1
  %".10" = load float*, float** %".9"
  %".11" = getelementptr float*, float** %".4", i64 2
  %".12" = load float*, float** %".11"
  %".13" = getelementptr float, float* %".5", i64 0
  %".14" = bitcast float* %".13" to <8 x float>*
  %".15" = getelementptr float, float* %".5", i64 8
  %".16" = bitcast float* %".15" to <8 x float>*
  %".17" = getelementptr float, float* %".5", i64 16
  %".18" = bitcast float* %".17" to <8 x float>*
  %".19" = load <8 x float>, <8 x float>* %".14", align 4
  %".20" = load <8 x float>, <8 x float>* %".16", align 4
  %".21" = load <8 x float>, <8 x float>* %".18", align 4
  %".22" = icmp slt i64 0, %".2"
  br i1 %".22", label %"sum", label %"end"
sum:
  %".24" = phi  i64 [0, %"entry"], [%".49", %"sum"]
  %".25" = phi  i64 [0, %"entry"], [%".50", %"sum"]
  %".26" = phi  i64 [0, %"entry"], [%".51", %"sum"]
  %".27" = phi  <8 x float> [%".19", %"entry"], [%".38", %"sum"]
  %".28" = phi  <8 x float> [%".20", %"entry"], [%".43", %"sum"]
  %".29" = phi  <8 x float> [%".21", %"entry"], [%".48", %"sum"]
  %".30" = add i64 %".26", 0
  %".31" = getelementptr float, float* %".1", i64 %".30"
  %".32" = bitcast float* %".31" to <8 x float>*
  %".33" = load <8 x float>, <8 x float>* %".32", align 4
  %".34" = getelementptr float, float* %".8", i64 %".25"
  %".35" = load float, float* %".34"
  %".36" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".35", i32 0
  %".37" = shufflevector <8 x float> %".36", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".38" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".33", <8 x float> %".37", <8 x float> %".27")
  %".39" = getelementptr float, float* %".10", i64 %".25"
  %".40" = load float, float* %".39"
  %".41" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".40", i32 0
  %".42" = shufflevector <8 x float> %".41", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".43" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".33", <8 x float> %".42", <8 x float> %".28")
  %".44" = getelementptr float, float* %".12", i64 %".25"
  %".45" = load float, float* %".44"
  %".46" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".45", i32 0
  %".47" = shufflevector <8 x float> %".46", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".48" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".33", <8 x float> %".47", <8 x float> %".29")
  %".49" = add i64 %".24", 1
  %".50" = add i64 %".25", %".3"
  %".51" = add i64 %".26", 8
  %".52" = icmp slt i64 %".49", %".2"
  br i1 %".52", label %"sum", label %"end"
end:
  %".54" = phi  <8 x float> [%".19", %"entry"], [%".38", %"sum"]
  %".55" = phi  <8 x float> [%".20", %"entry"], [%".43", %"sum"]
  %".56" = phi  <8 x float> [%".21", %"entry"], [%".48", %"sum"]
  store <8 x float> %".54", <8 x float>* %".14", align 4
  store <8 x float> %".55", <8 x float>* %".16", align 4
  store <8 x float> %".56", <8 x float>* %".18", align 4
  ret void
}

define internal void @"sums_1_1_1_1_4"(float* %".1", i64 %".2", i64 %".3", float** %".4", float* %".5") noinline nounwind
{
entry:
  %".7" = getelementptr float*, float** %".4", i64 0
  %".8" = load float*, float** %".7"
  %".9" = getelementptr float*, float** %".4", i64 1
  %".10" = load float*, float** %".9"
  %".11" = getelementptr float*, float** %".4", i64 2
  %".12" = load float*, float** %".11"
  %".13" = getelementptr float*, float** %".4", i64 3
  %".14" = load float*, float** %".13"
  %".15" = getelementptr float, float* %".5", i64 0
  %".16" = bitcast float* %".15" to <8 x float>*
  %".17" = getelementptr float, float* %".5", i64 8
  %".18" = bitcast float* %".17" to <8 x float>*
  %".19" = getelementptr float, float* %".5", i64 16
  %".20" = bitcast float* %".19" to <8 x float>*
  %".21" = getelementptr float, float* %".5", i64 24
  %".22" = bitcast float* %".21" to <8 x float>*
  %".23" = load <8 x float>, <8 x float>* %".16", align 4
  %".24" = load <8 x float>, <8 x float>* %".18", align 4
  %".25" = load <8 x float>, <8 x float>* %".20", align 4
  %".26" = load <8 x float>, <8 x float>* %".22", align 4
  %".27" = icmp slt i64 0, %".2"
  br i1 %".27", label %"sum", label %"end"
sum:
  %".29" = phi  i64 [0, %"entry"], [%".60", %"sum"]
  %".30" = phi  i64 [0, %"entry"], [%".61", %"sum"]
  %".31" = phi  i64 [0, %"entry"], [%".62", %"sum"]
  %".32" = phi  <8 x float> [%".23", %"entry"], [%".44", %"sum"]
  %".33" = phi  <8 x float> [%".24", %"entry"], [%".49", %"sum"]
  %".34" = phi  <8 x float> [%".25", %"entry"], [%".54", %"sum"]
  %".35" = phi  <8 x float> [%".26", %"entry"], [%".59", %"sum"]
  %".36" = add i64 %".31", 0
  %".37" = getelementptr float, float* %".1", i64 %".36"
  %".38" = bitcast float* %".37" to <8 x float>*
  %".39" = load <8 x float>, <8 x float>* %".38", align 4
  %".40" = getelementptr float, float* %".8", i64 %".30"
  %".41" = load float, float* %".40"
  %".42" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".41", i32 0
  %".43" = shufflevector <8 x float> %".42", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".44" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".39", <8 x float> %".43", <8 x float> %".32")
  %".45" = getelementptr float, float* %".10", i64 %".30"
  %".46" = load float, float* %".45"
  %".47" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".46", i32 0
  %".48" = shufflevector <8 x float> %".47", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".49" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".39", <8 x float> %".48", <8 x float> %".33")
  %".50" = getelementptr float, float* %".12", i64 %".30"
  %".51" = load float, float* %".50"
  %".52" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".51", i32 0
  %".53" = shufflevector <8 x float> %".52", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".54" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".39", <8 x float> %".53", <8 x float> %".34")
  %".55" = getelementptr float, float* %".14", i64 %".30"
  %".56" = load float, float* %".55"
  %".57" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".56", i32 0
  %".58" = shufflevector <8 x float> %".57", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".59" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".39", <8 x float> %".58", <8 x float> %".35")
  %".60" = add i64 %".29", 1
  %".61" = add i64 %".30", %".3"
  %".62" = add i64 %".31", 8
  %".63" = icmp slt i64 %".60", %".2"
  br i1 %".63", label %"sum", label %"end"
end:
  %".65" = phi  <8 x float> [%".23", %"entry"], [%".44", %"sum"]
  %".66" = phi  <8 x float> [%".24", %"entry"], [%".49", %"sum"]
  %".67" = phi  <8 x float> [%".25", %"entry"], [%".54", %"sum"]
  %".68" = phi  <8 x float> [%".26", %"entry"], [%".59", %"sum"]
  store <8 x float> %".65", <8 x float>* %".16", align 4
  store <8 x float> %".66", <8 x float>* %".18", align 4
  store <8 x float> %".67", <8 x float>* %".20", align 4
  store <8 x float> %".68", <8 x float>* %".22", align 4
  ret void
}

define internal void @"sums_1_1_1_1_5"(float* %".1", i64 %".2", i64 %".3", float** %".4", float* %".5") noinline nounwind
{
entry:
  %".7" = getelementptr float*, float** %".4", i64 0
  %".8" = load float*, float** %".7"
  %".9" = getelementptr float*, float** %".4", i64 1
  %".10" = load float*, float** %".9"
  %".11" = getelementptr float*, float** %".4", i64 2
  %".12" = load float*, float** %".11"
  %".13" = getelementptr float*, float** %".4", i64 3
  %".14" = load float*, float** %".13"
  %".15" = getelementptr float*, float** %".4", i64 4
  %".16" = load float*, float** %".15"
  %".17" = getelementptr float, float* %".5", i64 0
  %".18" = bitcast float* %".17" to <8 x float>*
  %".19" = getelementptr float, float* %".5", i64 8
  %".20" = bitcast float* %".19" to <8 x float>*
  %".21" = getelementptr float, float* %".5", i64 16
  %".22" = bitcast float* %".21" to <8 x float>*
  %".23" = getelementptr float, float* %".5", i64 24
  %".24" = bitcast float* %".23" to <8 x float>*
  %".25" = getelementptr float, float* %".5", i64 32
  %".26" = bitcast float* %".25" to <8 x float>*
  %".27" = load <8 x float>, <8 x float>* %".18", align 4
  %".28" = load <8 x float>, <8 x float>* %".20", align 4
  %".29" = load <8 x float>, <8 x float>* %".22", align 4
  %".30" = load <8 x float>, <8 x float>* %".24", align 4
  %".31" = load <8 x float>, <8 x float>* %".26", align 4
  %".32" = icmp slt i64 0, %".2"
  br i1 %".32", label %"sum", label %"end"
sum:
  %".34" = phi  i64 [0, %"entry"], [%".71", %"sum"]
  %".35" = phi  i64 [0, %"entry"], [%".72", %"sum"]
  %".36" = phi  i64 [0, %"entry"], [%".73", %"sum"]
  %".37" = phi  <8 x float> [%".27", %"entry"], [%".50", %"sum"]
  %".38" = phi  <8 x float> [%".28", %"entry"], [%".55", %"sum"]
  %".39" = phi  <8 x float> [%".29", %"entry"], [%".60", %"sum"]
  %".40" = phi  <8 x float> [%".30", %"entry"], [%".65", %"sum"]
  %".41" = phi  <8 x float> [%".31", %"entry"], [%".70", %"sum"]
  %".42" = add i64 %".36", 0
  %".43" = getelementptr float, float* %".1", i64 %".42"
  %".44" = bitcast float* %".43" to <8 x float>*
  %".45" = load <8 x float>, <8 x float>* %".44", align 4
  %".46" = getelementptr float, float* %".8", i64 %".35"
  %".47" = load float, float* %".46"
  %".48" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".47", i32 0
  %".49" = shufflevector <8 x float> %".48", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".50" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".45", <8 x float> %".49", <8 x float> %".37")
  %".51" = getelementptr float, float* %".10", i64 %".35"
  %".52" = load float, float* %".51"
  %".53" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".52", i32 0
  %".54" = shufflevector <8 x float> %".53", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".55" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".45", <8 x float> %".54", <8 x float> %".38")
  %".56" = getelementptr float, float* %".12", i64 %".35"
  %".57" = load float, float* %".56"
  %".58" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".57", i32 0
  %".59" = shufflevector <8 x float> %".58", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".60" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".45", <8 x float> %".59", <8 x float> %".39")
  %".61" = getelementptr float, float* %".14", i64 %".35"
  %".62" = load float, float* %".61"
  %".63" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".62", i32 0
  %".64" = shufflevector <8 x float> %".63", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".65" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".45", <8 x float> %".64", <8 x float> %".40")
  %".66" = getelementptr float, float* %".16", i64 %".35"
  %".67" = load float, float* %".66"
  %".68" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".67", i32 0
  %".69" = shufflevector <8 x float> %".68", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".70" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".45", <8 x float> %".69", <8 x float> %".41")
  %".71" = add i64 %".34", 1
  %".72" = add i64 %".35", %".3"
  %".73" = add i64 %".36", 8
  %".74" = icmp slt i64 %".71", %".2"
  br i1 %".74", label %"sum", label %"end"
end:
  %".76" = phi  <8 x float> [%".27", %"entry"], [%".50", %"sum"]
  %".77" = phi  <8 x float> [%".28", %"entry"], [%".55", %"sum"]
  %".78" = phi  <8 x float> [%".29", %"entry"], [%".60", %"sum"]
  %".79" = phi  <8 x float> [%".30", %"entry"], [%".65", %"sum"]
  %".80" = phi  <8 x float> [%".31", %"entry"], [%".70", %"sum"]
  store <8 x float> %".76", <8 x float>* %".18", align 4
  store <8 x float> %".77", <8 x float>* %".20", align 4
  store <8 x float> %".78", <8 x float>* %".22", align 4
  store <8 x float> %".79", <8 x float>* %".24", align 4
  store <8 x float> %".80", <8 x float>* %".26", align 4
  ret void
}

define internal void @"sums_1_1_1_1_6"(float* %".1", i64 %".2", i64 %".3", float** %".4", float* %".5") noinline nounwind
{
entry:
  %".7" = getelementptr float*, float** %".4", i64 0
  %".8" = load float*, float** %".7"
  %".9" = getelementptr float*, float** %".4", i64 1
  %".10" = load float*, float** %".9"
  %".11" = getelementptr float*, float** %".4", i64 2
  %".12" = load float*, float** %".11"
  %".13" = getelementptr float*, float** %".4", i64 3
  %".14" = load float*, float** %".13"
  %".15" = getelementptr float*, float** %".4", i64 4
  %".16" = load float*, float** %".15"
  %".17" = getelementptr float*, float** %".4", i64 5
  %".18" = load float*, float** %".17"
  %".19" = getelementptr float, float* %".5", i64 0
  %".20" = bitcast float* %".19" to <8 x float>*
  %".21" = getelementptr float, float* %".5", i64 8
  %".22" = bitcast float* %".21" to <8 x float>*
  %".23" = getelementptr float, float* %".5", i64 16
  %".24" = bitcast float* %".23" to <8 x float>*
  %".25" = getelementptr float, float* %".5", i64 24
  %".26" = bitcast float* %".25" to <8 x float>*
  %".27" = getelementptr float, float* %".5", i64 32
  %".28" = bitcast float* %".27" to <8 x float>*
  %".29" = getelementptr float, float* %".5", i64 40
  %".30" = bitcast float* %".29" to <8 x float>*
  %".31" = load <8 x float>, <8 x float>* %".20", align 4
  %".32" = load <8 x float>, <8 x float>* %".22", align 4
  %".33" = load <8 x float>, <8 x float>* %".24", align 4
  %".34" = load <8 x float>, <8 x float>* %".26", align 4
  %".35" = load <8 x float>, <8 x float>* %".28", align 4
  %".36" = load <8 x float>, <8 x float>* %".30", align 4
  %".37" = icmp slt i64 0, %".2"
  br i1 %".37", label %"sum", label %"end"
sum:
  %".39" = phi  i64 [0, %"entry"], [%".82", %"sum"]
  %".40" = phi  i64 [0, %"entry"], [%".83", %"sum"]
  %".41" = phi  i64 [0, %"entry"], [%".84", %"sum"]
  %".42" = phi  <8 x float> [%".31", %"entry"], [%".56", %"sum"]
  %".43" = phi  <8 x float> [%".32", %"entry"], [%".61", %"sum"]
  %".44" = phi  <8 x float> [%".33", %"entry"], [%".66", %"sum"]
  %".45" = phi  <8 x float> [%".34", %"entry"], [%".71", %"sum"]
  %".46" = phi  <8 x float> [%".35", %"entry"], [%".76", %"sum"]
  %".47" = phi  <8 x float> [%".36", %"entry"], [%".81", %"sum"]
  %".48" = add i64 %".41", 0
  %".49" = getelementptr float, float* %".1", i64 %".48"
  %".50" = bitcast float* %".49" to <8 x float>*
  %".51" = load <8 x float>, <8 x float>* %".50", align 4
  %".52" = getelementptr float, float* %".8", i64 %".40"
  %".53" = load float, float* %".52"
  %".54" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".53", i32 0
  %".55" = shufflevector <8 x float> %".54", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".56" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".51", <8 x float> %".55", <8 x float> %".42")
  %".57" = getelementptr float, float* %".10", i64 %".40"
  %".58" = load float, float* %".57"
  %".59" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".58", i32 0
  %".60" = shufflevector <8 x float> %".59", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".61" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".51", <8 x float> %".60", <8 x float> %".43")
  %".62" = getelementptr float, float* %".12", i64 %".40"
  %".63" = load float, float* %".62"
  %".64" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".63", i32 0
  %".65" = shufflevector <8 x float> %".64", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".66" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".51", <8 x float> %".65", <8 x float> %".44")
  %".67" = getelementptr float, float* %".14", i64 %".40"
  %".68" = load float, float* %".67"
  %".69" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".68", i32 0
  %".70" = shufflevector <8 x float> %".69", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".71" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".51", <8 x float> %".70", <8 x float> %".45")
  %".72" = getelementptr float, float* %".16", i64 %".40"
  %".73" = load float, float* %".72"
  %".74" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".73", i32 0
  %".75" = shufflevector <8 x float> %".74", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".76" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".51", <8 x float> %".75", <8 x float> %".46")
  %".77" = getelementptr float, float* %".18", i64 %".40"
  %".78" = load float, float* %".77"
  %".79" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".78", i32 0
  %".80" = shufflevector <8 x float> %".79", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".81" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".51", <8 x float> %".80", <8 x float> %".47")
  %".82" = add i64 %".39", 1
  %".83" = add i64 %".40", %".3"
  %".84" = add i64 %".41", 8
  %".85" = icmp slt i64 %".82", %".2"
  br i1 %".85", label %"sum", label %"end"
end:
  %".87" = phi  <8 x float> [%".31", %"entry"], [%".56", %"sum"]
  %".88" = phi  <8 x float> [%".32", %"entry"], [%".61", %"sum"]
  %".89" = phi  <8 x float> [%".33", %"entry"], [%".66", %"sum"]
  %".90" = phi  <8 x float> [%".34", %"entry"], [%".71", %"sum"]
  %".91" = phi  <8 x float> [%".35", %"entry"], [%".76", %"sum"]
  %".92" = phi  <8 x float> [%".36", %"entry"], [%".81", %"sum"]
  store <8 x float> %".87", <8 x float>* %".20", align 4
  store <8 x float> %".88", <8 x float>* %".22", align 4
  store <8 x float> %".89", <8 x float>* %".24", align 4
  store <8 x float> %".90", <8 x float>* %".26", align 4
  store <8 x float> %".91", <8 x float>* %".28", align 4
  store <8 x float> %".92", <8 x float>* %".30", align 4
  ret void
}

define internal void @"sums_1_1_1_1_7"(float* %".1", i64 %".2", i64 %".3", float** %".4", float* %".5") noinline nounwind
{
entry:
  %".7" = getelementptr float*, float** %".4", i64 0
  %".8" = load float*, float** %".7"
  %".9" = getelementptr float*, float** %".4", i64 1
  %".10" = load float*, float** %".9"
  %".11" = getelementptr float*, float** %".4", i64 2
  %".12" = load float*, float** %".11"
  %".13" = getelementptr float*, float** %".4", i64 3
  %".14" = load float*, float** %".13"
  %".15" = getelementptr float*, float** %".4", i64 4
  %".16" = load float*, float** %".15"
  %".17" = getelementptr float*, float** %".4", i64 5
  %".18" = load float*, float** %".17"
  %".19" = getelementptr float*, float** %".4", i64 6
  %".20" = load float*, float** %".19"
  %".21" = getelementptr float, float* %".5", i64 0
  %".22" = bitcast float* %".21" to <8 x float>*
  %".23" = getelementptr float, float* %".5", i64 8
  %".24" = bitcast float* %".23" to <8 x float>*
  %".25" = getelementptr float, float* %".5", i64 16
  %".26" = bitcast float* %".25" to <8 x float>*
  %".27" = getelementptr float, float* %".5", i64 24
  %".28" = bitcast float* %".27" to <8 x float>*
  %".29" = getelementptr float, float* %".5", i64 32
  %".30" = bitcast float* %".29" to <8 x float>*
  %".31" = getelementptr float, float* %".5", i64 40
  %".32" = bitcast float* %".31" to <8 x float>*
  %".33" = getelementptr float, float* %".5", i64 48
  %".34" = bitcast float* %".33" to <8 x float>*
  %".35" = load <8 x float>, <8 x float>* %".22", align 4
  %".36" = load <8 x float>, <8 x float>* %".24", align 4
  %".37" = load <8 x float>, <8 x float>* %".26", align 4
  %".38" = load <8 x float>, <8 x float>* %".28", align 4
  %".39" = load <8 x float>, <8 x float>* %".30", align 4
  %".40" = load <8 x float>, <8 x float>* %".32", align 4
  %".41" = load <8 x float>, <8 x float>* %".34", align 4
  %".42" = icmp slt i64 0, %".2"
  br i1 %".42", label %"sum", label %"end"
sum:
  %".44" = phi  i64 [0, %"entry"], [%".93", %"sum"]
  %".45" = phi  i64 [0, %"entry"], [%".94", %"sum"]
  %".46" = phi  i64 [0, %"entry"], [%".95", %"sum"]
  %".47" = phi  <8 x float> [%".35", %"entry"], [%".62", %"sum"]
  %".48" = phi  <8 x float> [%".36", %"entry"], [%".67", %"sum"]
  %".49" = phi  <8 x float> [%".37", %"entry"], [%".72", %"sum"]
  %".50" = phi  <8 x float> [%".38", %"entry"], [%".77", %"sum"]
  %".51" = phi  <8 x float> [%".39", %"entry"], [%".82", %"sum"]
  %".52" = phi  <8 x float> [%".40", %"entry"], [%".87", %"sum"]
  %".53" = phi  <8 x float> [%".41", %"entry"], [%".92", %"sum"]
  %".54" = add i64 %".46", 0
  %".55" = getelementptr float, float* %".1", i64 %".54"
  %".56" = bitcast float* %".55" to <8 x float>*
  %".57" = load <8 x float>, <8 x float>* %".56", align 4
  %".58" = getelementptr float, float* %".8", i64 %".45"
  %".59" = load float, float* %".58"
  %".60" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".59", i32 0
  %".61" = shufflevector <8 x float> %".60", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".62" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".57", <8 x float> %".61", <8 x float> %".47")
  %".63" = getelementptr float, float* %".10", i64 %".45"
  %".64" = load float, float* %".63"
  %".65" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".64", i32 0
  %".66" = shufflevector <8 x float> %".65", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".67" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".57", <8 x float> %".66", <8 x float> %".48")
  %".68" = getelementptr float, float* %".12", i64 %".45"
  %".69" = load float, float* %".68"
  %".70" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".69", i32 0
  %".71" = shufflevector <8 x float> %".70", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".72" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".57", <8 x float> %".71", <8 x float> %".49")
  %".73" = getelementptr float, float* %".14", i64 %".45"
  %".74" = load float, float* %".73"
  %".75" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".74", i32 0
  %".76" = shufflevector <8 x float> %".75", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".77" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".57", <8 x float> %".76", <8 x float> %".50")
  %".78" = getelementptr float, float* %".16", i64 %".45"
  %".79" = load float, float* %".78"
  %".80" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".79", i32 0
  %".81" = shufflevector <8 x float> %".80", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".82" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".57", <8 x float> %".81", <8 x float> %".51")
  %".83" = getelementptr float, float* %".18", i64 %".45"
  %".84" = load float, float* %".83"
  %".85" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".84", i32 0
  %".86" = shufflevector <8 x float> %".85", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".87" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".57", <8 x float> %".86", <8 x float> %".52")
  %".88" = getelementptr float, float* %".20", i64 %".45"
  %".89" = load float, float* %".88"
  %".90" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".89", i32 0
  %".91" = shufflevector <8 x float> %".90", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".92" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".57", <8 x float> %".91", <8 x float> %".53")
  %".93" = add i64 %".44", 1
  %".94" = add i64 %".45", %".3"
  %".95" = add i64 %".46", 8
  %".96" = icmp slt i64 %".93", %".2"
  br i1 %".96", label %"sum", label %"end"
end:
  %".98" = phi  <8 x float> [%".35", %"entry"], [%".62", %"sum"]
  %".99" = phi  <8 x float> [%".36", %"entry"], [%".67", %"sum"]
  %".100" = phi  <8 x float> [%".37", %"entry"], [%".72", %"sum"]
  %".101" = phi  <8 x float> [%".38", %"entry"], [%".77", %"sum"]
  %".102" = phi  <8 x float> [%".39", %"entry"], [%".82", %"sum"]
  %".103" = phi  <8 x float> [%".40", %"entry"], [%".87", %"sum"]
  %".104" = phi  <8 x float> [%".41", %"entry"], [%".92", %"sum"]
  store <8 x float> %".98", <8 x float>* %".22", align 4
  store <8 x float> %".99", <8 x float>* %".24", align 4
  store <8 x float> %".100", <8 x float>* %".26", align 4
  store <8 x float> %".101", <8 x float>* %".28", align 4
  store <8 x float> %".102", <8 x float>* %".30", align 4
  store <8 x float> %".103", <8 x float>* %".32", align 4
  store <8 x float> %".104", <8 x float>* %".34", align 4
  ret void
}

define internal void @"sums_1_1_1_1_8"(float* %".1", i64 %".2", i64 %".3", float** %".4", float* %".5") noinline nounwind
{
entry:
  %".7" = getelementptr float*, float** %".4", i64 0
  %".8" = load float*, float** %".7"
  %".9" = getelementptr float*, float** %".4", i64 1
  %".10" = load float*, float** %".9"
  %".11" = getelementptr float*, float** %".4", i64 2
  %".12" = load float*, float** %".11"
  %".13" = getelementptr float*, float** %".4", i64 3
  %".14" = load float*, float** %".13"
  %".15" = getelementptr float*, float** %".4", i64 4
  %".16" = load float*, float** %".15"
  %".17" = getelementptr float*, float** %".4", i64 5
  %".18" = load float*, float** %".17"
  %".19" = getelementptr float*, float** %".4", i64 6
  %".20" = load float*, float** %".19"
  %".21" = getelementptr float*, float** %".4", i64 7
  %".22" = load float*, float** %".21"
  %".23" = getelementptr float, float* %".5", i64 0
  %".24" = bitcast float* %".23" to <8 x float>*
  %".25" = getelementptr float, float* %".5", i64 8
  %".26" = bitcast float* %".25" to <8 x float>*
  %".27" = getelementptr float, float* %".5", i64 16
  %".28" = bitcast float* %".27" to <8 x float>*
  %".29" = getelementptr float, float* %".5", i64 24
  %".30" = bitcast float* %".29" to <8 x float>*
  %".31" = getelementptr float, float* %".5", i64 32
  %".32" = bitcast float* %".31" to <8 x float>*
  %".33" = getelementptr float, float* %".5", i64 40
  %".34" = bitcast float* %".33" to <8 x float>*
  %".35" = getelementptr float, float* %".5", i64 48
  %".36" = bitcast float* %".35" to <8 x float>*
  %".37" = getelementptr float, float* %".5", i64 56
  %".38" = bitcast float* %".37" to <8 x float>*
  %".39" = load <8 x float>, <8 x float>* %".24", align 4
  %".40" = load <8 x float>, <8 x float>* %".26", align 4
  %".41" = load <8 x float>, <8 x float>* %".28", align 4
  %".42" = load <8 x float>, <8 x float>* %".30", align 4
  %".43" = load <8 x float>, <8 x float>* %".32", align 4
  %".44" = load <8 x float>, <8 x float>* %".34", align 4
  %".45" = load <8 x float>, <8 x float>* %".36", align 4
  %".46" = load <8 x float>, <8 x float>* %".38", align 4
  %".47" = icmp slt i64 0, %".2"
  br i1 %".47", label %"sum", label %"end"
sum:
  %".49" = phi  i64 [0, %"entry"], [%".104", %"sum"]
  %".50" = phi  i64 [0, %"entry"], [%".105", %"sum"]
  %".51" = phi  i64 [0, %"entry"], [%".106", %"sum"]
  %".52" = phi  <8 x float> [%".39", %"entry"], [%".68", %"sum"]
  %".53" = phi  <8 x float> [%".40", %"entry"], [%".73", %"sum"]
  %".54" = phi  <8 x float> [%".41", %"entry"], [%".78", %"sum"]
  %".55" = phi  <8 x float> [%".42", %"entry"], [%".83", %"sum"]
  %".56" = phi  <8 x float> [%".43", %"entry"], [%".88", %"sum"]
  %".57" = phi  <8 x float> [%".44", %"entry"], [%".93", %"sum"]
  %".58" = phi  <8 x float> [%".45", %"entry"], [%".98", %"sum"]
  %".59" = phi  <8 x float> [%".46", %"entry"], [%".103", %"sum"]
  %".60" = add i64 %".51", 0
  %".61" = getelementptr float, float* %".1", i64 %".60"
  %".62" = bitcast float* %".61" to <8 x float>*
  %".63" = load <8 x float>, <8 x float>* %".62", align 4
  %".64" = getelementptr float, float* %".8", i64 %".50"
  %".65" = load float, float* %".64"
  %".66" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".65", i32 0
  %".67" = shufflevector <8 x float> %".66", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".68" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".63", <8 x float> %".67", <8 x float> %".52")
  %".69" = getelementptr float, float* %".10", i64 %".50"
  %".70" = load float, float* %".69"
  %".71" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".70", i32 0
  %".72" = shufflevector <8 x float> %".71", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".73" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".63", <8 x float> %".72", <8 x float> %".53")
  %".74" = getelementptr float, float* %".12", i64 %".50"
  %".75" = load float, float* %".74"
  %".76" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".75", i32 0
  %".77" = shufflevector <8 x float> %".76", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".78" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".63", <8 x float> %".77", <8 x float> %".54")
  %".79" = getelementptr float, float* %".14", i64 %".50"
  %".80" = load float, float* %".79"
  %".81" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".80", i32 0
  %".82" = shufflevector <8 x float> %".81", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".83" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".63", <8 x float> %".82", <8 x float> %".55")
  %".84" = getelementptr float, float* %".16", i64 %".50"
  %".85" = load float, float* %".84"
  %".86" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".85", i32 0
  %".87" = shufflevector <8 x float> %".86", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".88" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".63", <8 x float> %".87", <8 x float> %".56")
  %".89" = getelementptr float, float* %".18", i64 %".50"
  %".90" = load float, float* %".89"
  %".91" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".90", i32 0
  %".92" = shufflevector <8 x float> %".91", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".93" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".63", <8 x float> %".92", <8 x float> %".57")
  %".94" = getelementptr float, float* %".20", i64 %".50"
  %".95" = load float, float* %".94"
  %".96" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".95", i32 0
  %".97" = shufflevector <8 x float> %".96", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".98" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".63", <8 x float> %".97", <8 x float> %".58")
  %".99" = getelementptr float, float* %".22", i64 %".50"
  %".100" = load float, float* %".99"
  %".101" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".100", i32 0
  %".102" = shufflevector <8 x float> %".101", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".103" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".63", <8 x float> %".102", <8 x float> %".59")
  %".104" = add i64 %".49", 1
  %".105" = add i64 %".50", %".3"
  %".106" = add i64 %".51", 8
  %".107" = icmp slt i64 %".104", %".2"
  br i1 %".107", label %"sum", label %"end"
end:
  %".109" = phi  <8 x float> [%".39", %"entry"], [%".68", %"sum"]
  %".110" = phi  <8 x float> [%".40", %"entry"], [%".73", %"sum"]
  %".111" = phi  <8 x float> [%".41", %"entry"], [%".78", %"sum"]
  %".112" = phi  <8 x float> [%".42", %"entry"], [%".83", %"sum"]
  %".113" = phi  <8 x float> [%".43", %"entry"], [%".88", %"sum"]
  %".114" = phi  <8 x float> [%".44", %"entry"], [%".93", %"sum"]
  %".115" = phi  <8 x float> [%".45", %"entry"], [%".98", %"sum"]
  %".116" = phi  <8 x float> [%".46", %"entry"], [%".103", %"sum"]
  store <8 x float> %".109", <8 x float>* %".24", align 4
  store <8 x float> %".110", <8 x float>* %".26", align 4
  store <8 x float> %".111", <8 x float>* %".28", align 4
  store <8 x float> %".112", <8 x float>* %".30", align 4
  store <8 x float> %".113", <8 x float>* %".32", align 4
  store <8 x float> %".114", <8 x float>* %".34", align 4
  store <8 x float> %".115", <8 x float>* %".36", align 4
  store <8 x float> %".116", <8 x float>* %".38", align 4
  ret void
}

define internal void @"sums_1_1_1_1_9"(float* %".1", i64 %".2", i64 %".3", float** %".4", float* %".5") noinline nounwind
{
entry:
  %".7" = getelementptr float*, float** %".4", i64 0
  %".8" = load float*, float** %".7"
  %".9" = getelementptr float*, float** %".4", i64 1
  %".10" = load float*, float** %".9"
  %".11" = getelementptr float*, float** %".4", i64 2
  %".12" = load float*, float** %".11"
  %".13" = getelementptr float*, float** %".4", i64 3
  %".14" = load float*, float** %".13"
  %".15" = getelementptr float*, float** %".4", i64 4
  %".16" = load float*, float** %".15"
  %".17" = getelementptr float*, float** %".4", i64 5
  %".18" = load float*, float** %".17"
  %".19" = getelementptr float*, float** %".4", i64 6
  %".20" = load float*, float** %".19"
  %".21" = getelementptr float*, float** %".4", i64 7
  %".22" = load float*, float** %".21"
  %".23" = getelementptr float*, float** %".4", i64 8
  %".24" = load float*, float** %".23"
  %".25" = getelementptr float, float* %".5", i64 0
  %".26" = bitcast float* %".25" to <8 x float>*
  %".27" = getelementptr float, float* %".5", i64 8
  %".28" = bitcast float* %".27" to <8 x float>*
  %".29" = getelementptr float, float* %".5", i64 16
  %".30" = bitcast float* %".29" to <8 x float>*
  %".31" = getelementptr float, float* %".5", i64 24
  %".32" = bitcast float* %".31" to <8 x float>*
  %".33" = getelementptr float, float* %".5", i64 32
  %".34" = bitcast float* %".33" to <8 x float>*
  %".35" = getelementptr float, float* %".5", i64 40
  %".36" = bitcast float* %".35" to <8 x float>*
  %".37" = getelementptr float, float* %".5", i64 48
  %".38" = bitcast float* %".37" to <8 x float>*
  %".39" = getelementptr float, float* %".5", i64 56
  %".40" = bitcast float* %".39" to <8 x float>*
  %".41" = getelementptr float, float* %".5", i64 64
  %".42" = bitcast float* %".41" to <8 x float>*
  %".43" = load <8 x float>, <8 x float>* %".26", align 4
  %".44" = load <8 x float>, <8 x float>* %".28", align 4
  %".45" = load <8 x float>, <8 x float>* %".30", align 4
  %".46" = load <8 x float>, <8 x float>* %".32", align 4
  %".47" = load <8 x float>, <8 x float>* %".34", align 4
  %".48" = load <8 x float>, <8 x float>* %".36", align 4
  %".49" = load <8 x float>, <8 x float>* %".38", align 4
  %".50" = load <8 x float>, <8 x float>* %".40", align 4
  %".51" = load <8 x float>, <8 x float>* %".42", align 4
  %".52" = icmp slt i64 0, %".2"
  br i1 %".52", label %"sum", label %"end"
sum:
  %".54" = phi  i64 [0, %"entry"], [%".115", %"sum"]
  %".55" = phi  i64 [0, %"entry"], [%".116", %"sum"]
  %".56" = phi  i64 [0, %"entry"], [%".117", %"sum"]
  %".57" = phi  <8 x float> [%".43", %"entry"], [%".74", %"sum"]
  %".58" = phi  <8 x float> [%".44", %"entry"], [%".79", %"sum"]
  %".59" = phi  <8 x float> [%".45", %"entry"], [%".84", %"sum"]
  %".60" = phi  <8 x float> [%".46", %"entry"], [%".89", %"sum"]
  %".61" = phi  <8 x float> [%".47", %"entry"], [%".94", %"sum"]
  %".62" = phi  <8 x float> [%".48", %"entry"], [%".99", %"sum"]
  %".63" = phi  <8 x float> [%".49", %"entry"], [%".104", %"sum"]
  %".64" = phi  <8 x float> [%".50", %"entry"], [%".109", %"sum"]
  %".65" = phi  <8 x float> [%".51", %"entry"], [%".114", %"sum"]
  %".66" = add i64 %".56", 0
  %".67" = getelementptr float, float* %".1", i64 %".66"
  %".68" = bitcast float* %".67" to <8 x float>*
  %".69" = load <8 x float>, <8 x float>* %".68", align 4
  %".70" = getelementptr float, float* %".8", i64 %".55"
  %".71" = load float, float* %".70"
  %".72" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".71", i32 0
  %".73" = shufflevector <8 x float> %".72", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".74" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".69", <8 x float> %".73", <8 x float> %".57")
  %".75" = getelementptr float, float* %".10", i64 %".55"
  %".76" = load float, float* %".75"
  %".77" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".76", i32 0
  %".78" = shufflevector <8 x float> %".77", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".79" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".69", <8 x float> %".78", <8 x float> %".58")
  %".80" = getelementptr float, float* %".12", i64 %".55"
  %".81" = load float, float* %".80"
  %".82" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".81", i32 0
  %".83" = shufflevector <8 x float> %".82", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".84" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".69", <8 x float> %".83", <8 x float> %".59")
  %".85" = getelementptr float, float* %".14", i64 %".55"
  %".86" = load float, float* %".85"
  %".87" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".86", i32 0
  %".88" = shufflevector <8 x float> %".87", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".89" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".69", <8 x float> %".88", <8 x float> %".60")
  %".90" = getelementptr float, float* %".16", i64 %".55"
  %".91" = load float, float* %".90"
  %".92" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".91", i32 0
  %".93" = shufflevector <8 x float> %".92", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".94" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".69", <8 x float> %".93", <8 x float> %".61")
  %".95" = getelementptr float, float* %".18", i64 %".55"
  %".96" = load float, float* %".95"
  %".97" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".96", i32 0
  %".98" = shufflevector <8 x float> %".97", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".99" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".69", <8 x float> %".98", <8 x float> %".62")
  %".100" = getelementptr float, float* %".20", i64 %".55"
  %".101" = load float, float* %".100"
  %".102" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".101", i32 0
  %".103" = shufflevector <8 x float> %".102", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".104" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".69", <8 x float> %".103", <8 x float> %".63")
  %".105" = getelementptr float, float* %".22", i64 %".55"
  %".106" = load float, float* %".105"
  %".107" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".106", i32 0
  %".108" = shufflevector <8 x float> %".107", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".109" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".69", <8 x float> %".108", <8 x float> %".64")
  %".110" = getelementptr float, float* %".24", i64 %".55"
  %".111" = load float, float* %".110"
  %".112" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".111", i32 0
  %".113" = shufflevector <8 x float> %".112", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".114" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".69", <8 x float> %".113", <8 x float> %".65")
  %".115" = add i64 %".54", 1
  %".116" = add i64 %".55", %".3"
  %".117" = add i64 %".56", 8
  %".118" = icmp slt i64 %".115", %".2"
  br i1 %".118", label %"sum", label %"end"
end:
  %".120" = phi  <8 x float> [%".43", %"entry"], [%".74", %"sum"]
  %".121" = phi  <8 x float> [%".44", %"entry"], [%".79", %"sum"]
  %".122" = phi  <8 x float> [%".45", %"entry"], [%".84", %"sum"]
  %".123" = phi  <8 x float> [%".46", %"entry"], [%".89", %"sum"]
  %".124" = phi  <8 x float> [%".47", %"entry"], [%".94", %"sum"]
  %".125" = phi  <8 x float> [%".48", %"entry"], [%".99", %"sum"]
  %".126" = phi  <8 x float> [%".49", %"entry"], [%".104", %"sum"]
  %".127" = phi  <8 x float> [%".50", %"entry"], [%".109", %"sum"]
  %".128" = phi  <8 x float> [%".51", %"entry"], [%".114", %"sum"]
  store <8 x float> %".120", <8 x float>* %".26", align 4
  store <8 x float> %".121", <8 x float>* %".28", align 4
  store <8 x float> %".122", <8 x float>* %".30", align 4
  store <8 x float> %".123", <8 x float>* %".32", align 4
  store <8 x float> %".124", <8 x float>* %".34", align 4
  store <8 x float> %".125", <8 x float>* %".36", align 4
  store <8 x float> %".126", <8 x float>* %".38", align 4
  store <8 x float> %".127", <8 x float>* %".40", align 4
  store <8 x float> %".128", <8 x float>* %".42", align 4
  ret void
}

define internal void @"sums_1_1_1_1_10"(float* %".1", i64 %".2", i64 %".3", float** %".4", float* %".5") noinline nounwind
{
entry:
  %".7" = getelementptr float*, float** %".4", i64 0
  %".8" = load float*, float** %".7"
  %".9" = getelementptr float*, float** %".4", i64 1
  %".10" = load float*, float** %".9"
  %".11" = getelementptr float*, float** %".4", i64 2
  %".12" = load float*, float** %".11"
  %".13" = getelementptr float*, float** %".4", i64 3
  %".14" = load float*, float** %".13"
  %".15" = getelementptr float*, float** %".4", i64 4
  %".16" = load float*, float** %".15"
  %".17" = getelementptr float*, float** %".4", i64 5
  %".18" = load float*, float** %".17"
  %".19" = getelementptr float*, float** %".4", i64 6
  %".20" = load float*, float** %".19"
  %".21" = getelementptr float*, float** %".4", i64 7
  %".22" = load float*, float** %".21"
  %".23" = getelementptr float*, float** %".4", i64 8
  %".24" = load float*, float** %".23"
  %".25" = getelementptr float*, float** %".4", i64 9
  %".26" = load float*, float** %".25"
  %".27" = getelementptr float, float* %".5", i64 0
  %".28" = bitcast float* %".27" to <8 x float>*
  %".29" = getelementptr float, float* %".5", i64 8
  %".30" = bitcast float* %".29" to <8 x float>*
  %".31" = getelementptr float, float* %".5", i64 16
  %".32" = bitcast float* %".31" to <8 x float>*
  %".33" = getelementptr float, float* %".5", i64 24
  %".34" = bitcast float* %".33" to <8 x float>*
  %".35" = getelementptr float, float* %".5", i64 32
  %".36" = bitcast float* %".35" to <8 x float>*
  %".37" = getelementptr float, float* %".5", i64 40
  %".38" = bitcast float* %".37" to <8 x float>*
  %".39" = getelementptr float, float* %".5", i64 48
  %".40" = bitcast float* %".39" to <8 x float>*
  %".41" = getelementptr float, float* %".5", i64 56
  %".42" = bitcast float* %".41" to <8 x float>*
  %".43" = getelementptr float, float* %".5", i64 64
  %".44" = bitcast float* %".43" to <8 x float>*
  %".45" = getelementptr float, float* %".5", i64 72
  %".46" = bitcast float* %".45" to <8 x float>*
  %".47" = load <8 x float>, <8 x float>* %".28", align 4
  %".48" = load <8 x float>, <8 x float>* %".30", align 4
  %".49" = load <8 x float>, <8 x float>* %".32", align 4
  %".50" = load <8 x float>, <8 x float>* %".34", align 4
  %".51" = load <8 x float>, <8 x float>* %".36", align 4
  %".52" = load <8 x float>, <8 x float>* %".38", align 4
  %".53" = load <8 x float>, <8 x float>* %".40", align 4
  %".54" = load <8 x float>, <8 x float>* %".42", align 4
  %".55" = load <8 x float>, <8 x float>* %".44", align 4
  %".56" = load <8 x float>, <8 x float>* %".46", align 4
  %".57" = icmp slt i64 0, %".2"
  br i1 %".57", label %"sum", label %"end"
sum:
  %".59" = phi  i64 [0, %"entry"], [%".126", %"sum"]
  %".60" = phi  i64 [0, %"entry"], [%".127", %"sum"]
  %".61" = phi  i64 [0, %"entry"], [%".128", %"sum"]
  %".62" = phi  <8 x float> [%".47", %"entry"], [%".80", %"sum"]
  %".63" = phi  <8 x float> [%".48", %"entry"], [%".85", %"sum"]
  %".64" = phi  <8 x float> [%".49", %"entry"], [%".90", %"sum"]
  %".65" = phi  <8 x float> [%".50", %"entry"], [%".95", %"sum"]
  %".66" = phi  <8 x float> [%".51", %"entry"], [%".100", %"sum"]
  %".67" = phi  <8 x float> [%".52", %"entry"], [%".105", %"sum"]
  %".68" = phi  <8 x float> [%".53", %"entry"], [%".110", %"sum"]
  %".69" = phi  <8 x float> [%".54", %"entry"], [%".115", %"sum"]
  %".70" = phi  <8 x float> [%".55", %"entry"], [%".120", %"sum"]
  %".71" = phi  <8 x float> [%".56", %"entry"], [%".125", %"sum"]
  %".72" = add i64 %".61", 0
  %".73" = getelementptr float, float* %".1", i64 %".72"
  %".74" = bitcast float* %".73" to <8 x float>*
  %".75" = load <8 x float>, <8 x float>* %".74", align 4
  %".76" = getelementptr float, float* %".8", i64 %".60"
  %".77" = load float, float* %".76"
  %".78" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".77", i32 0
  %".79" = shufflevector <8 x float> %".78", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".80" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".75", <8 x float> %".79", <8 x float> %".62")
  %".81" = getelementptr float, float* %".10", i64 %".60"
  %".82" = load float, float* %".81"
  %".83" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".82", i32 0
  %".84" = shufflevector <8 x float> %".83", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".85" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".75", <8 x float> %".84", <8 x float> %".63")
  %".86" = getelementptr float, float* %".12", i64 %".60"
  %".87" = load float, float* %".86"
  %".88" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".87", i32 0
  %".89" = shufflevector <8 x float> %".88", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".90" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".75", <8 x float> %".89", <8 x float> %".64")
  %".91" = getelementptr float, float* %".14", i64 %".60"
  %".92" = load float, float* %".91"
  %".93" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".92", i32 0
  %".94" = shufflevector <8 x float> %".93", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".95" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".75", <8 x float> %".94", <8 x float> %".65")
  %".96" = getelementptr float, float* %".16", i64 %".60"
  %".97" = load float, float* %".96"
  %".98" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".97", i32 0
  %".99" = shufflevector <8 x float> %".98", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".100" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".75", <8 x float> %".99", <8 x float> %".66")
  %".101" = getelementptr float, float* %".18", i64 %".60"
  %".102" = load float, float* %".101"
  %".103" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".102", i32 0
  %".104" = shufflevector <8 x float> %".103", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".105" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".75", <8 x float> %".104", <8 x float> %".67")
  %".106" = getelementptr float, float* %".20", i64 %".60"
  %".107" = load float, float* %".106"
  %".108" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".107", i32 0
  %".109" = shufflevector <8 x float> %".108", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".110" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".75", <8 x float> %".109", <8 x float> %".68")
  %".111" = getelementptr float, float* %".22", i64 %".60"
  %".112" = load float, float* %".111"
  %".113" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".112", i32 0
  %".114" = shufflevector <8 x float> %".113", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".115" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".75", <8 x float> %".114", <8 x float> %".69")
  %".116" = getelementptr float, float* %".24", i64 %".60"
  %".117" = load float, float* %".116"
  %".118" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".117", i32 0
  %".119" = shufflevector <8 x float> %".118", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".120" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".75", <8 x float> %".119", <8 x float> %".70")
  %".121" = getelementptr float, float* %".26", i64 %".60"
  %".122" = load float, float* %".121"
  %".123" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".122", i32 0
  %".124" = shufflevector <8 x float> %".123", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".125" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".75", <8 x float> %".124", <8 x float> %".71")
  %".126" = add i64 %".59", 1
  %".127" = add i64 %".60", %".3"
  %".128" = add i64 %".61", 8
  %".129" = icmp slt i64 %".126", %".2"
  br i1 %".129", label %"sum", label %"end"
end:
  %".131" = phi  <8 x float> [%".47", %"entry"], [%".80", %"sum"]
  %".132" = phi  <8 x float> [%".48", %"entry"], [%".85", %"sum"]
  %".133" = phi  <8 x float> [%".49", %"entry"], [%".90", %"sum"]
  %".134" = phi  <8 x float> [%".50", %"entry"], [%".95", %"sum"]
  %".135" = phi  <8 x float> [%".51", %"entry"], [%".100", %"sum"]
  %".136" = phi  <8 x float> [%".52", %"entry"], [%".105", %"sum"]
  %".137" = phi  <8 x float> [%".53", %"entry"], [%".110", %"sum"]
  %".138" = phi  <8 x float> [%".54", %"entry"], [%".115", %"sum"]
  %".139" = phi  <8 x float> [%".55", %"entry"], [%".120", %"sum"]
  %".140" = phi  <8 x float> [%".56", %"entry"], [%".125", %"sum"]
  store <8 x float> %".131", <8 x float>* %".28", align 4
  store <8 x float> %".132", <8 x float>* %".30", align 4
  store <8 x float> %".133", <8 x float>* %".32", align 4
  store <8 x float> %".134", <8 x float>* %".34", align 4
  store <8 x float> %".135", <8 x float>* %".36", align 4
  store <8 x float> %".136", <8 x float>* %".38", align 4
  store <8 x float> %".137", <8 x float>* %".40", align 4
  store <8 x float> %".138", <8 x float>* %".42", align 4
  store <8 x float> %".139", <8 x float>* %".44", align 4
  store <8 x float> %".140", <8 x float>* %".46", align 4
  ret void
}

define internal void @"sums_1_1_1_1_11"(float* %".1", i64 %".2", i64 %".3", float** %".4", float* %".5") noinline nounwind
{
entry:
  %".7" = getelementptr float*, float** %".4", i64 0
  %".8" = load float*, float** %".7"
  %".9" = getelementptr float*, float** %".4", i64 1
  %".10" = load float*, float** %".9"
  %".11" = getelementptr float*, float** %".4", i64 2
  %".12" = load float*, float** %".11"
  %".13" = getelementptr float*, float** %".4", i64 3
  %".14" = load float*, float** %".13"
  %".15" = getelementptr float*, float** %".4", i64 4
  %".16" = load float*, float** %".15"
  %".17" = getelementptr float*, float** %".4", i64 5
  %".18" = load float*, float** %".17"
  %".19" = getelementptr float*, float** %".4", i64 6
  %".20" = load float*, float** %".19"
  %".21" = getelementptr float*, float** %".4", i64 7
  %".22" = load float*, float** %".21"
  %".23" = getelementptr float*, float** %".4", i64 8
  %".24" = load float*, float** %".23"
  %".25" = getelementptr float*, float** %".4", i64 9
  %".26" = load float*, float** %".25"
  %".27" = getelementptr float*, float** %".4", i64 10
  %".28" = load float*, float** %".27"
  %".29" = getelementptr float, float* %".5", i64 0
  %".30" = bitcast float* %".29" to <8 x float>*
  %".31" = getelementptr float, float* %".5", i64 8
  %".32" = bitcast float* %".31" to <8 x float>*
  %".33" = getelementptr float, float* %".5", i64 16
  %".34" = bitcast float* %".33" to <8 x float>*
  %".35" = getelementptr float, float* %".5", i64 24
  %".36" = bitcast float* %".35" to <8 x float>*
  %".37" = getelementptr float, float* %".5", i64 32
  %".38" = bitcast float* %".37" to <8 x float>*
  %".39" = getelementptr float, float* %".5", i64 40
  %".40" = bitcast float* %".39" to <8 x float>*
  %".41" = getelementptr float, float* %".5", i64 48
  %".42" = bitcast float* %".41" to <8 x float>*
  %".43" = getelementptr float, float* %".5", i64 56
  %".44" = bitcast float* %".43" to <8 x float>*
  %".45" = getelementptr float, float* %".5", i64 64
  %".46" = bitcast float* %".45" to <8 x float>*
  %".47" = getelementptr float, float* %".5", i64 72
  %".48" = bitcast float* %".47" to <8 x float>*
  %".49" = getelementptr float, float* %".5", i64 80
  %".50" = bitcast float* %".49" to <8 x float>*
  %".51" = load <8 x float>, <8 x float>* %".30", align 4
  %".52" = load <8 x float>, <8 x float>* %".32", align 4
  %".53" = load <8 x float>, <8 x float>* %".34", align 4
  %".54" = load <8 x float>, <8 x float>* %".36", align 4
  %".55" = load <8 x float>, <8 x float>* %".38", align 4
  %".56" = load <8 x float>, <8 x float>* %".40", align 4
  %".57" = load <8 x float>, <8 x float>* %".42", align 4
  %".58" = load <8 x float>, <8 x float>* %".44", align 4
  %".59" = load <8 x float>, <8 x float>* %".46", align 4
  %".60" = load <8 x float>, <8 x float>* %".48", align 4
  %".61" = load <8 x float>, <8 x float>* %".50", align 4
  %".62" = icmp slt i64 0, %".2"
  br i1 %".62", label %"sum", label %"end"
sum:
  %".64" = phi  i64 [0, %"entry"], [%".137", %"sum"]
  %".65" = phi  i64 [0, %"entry"], [%".138", %"sum"]
  %".66" = phi  i64 [0, %"entry"], [%".139", %"sum"]
  %".67" = phi  <8 x float> [%".51", %"entry"], [%".86", %"sum"]
  %".68" = phi  <8 x float> [%".52", %"entry"], [%".91", %"sum"]
  %".69" = phi  <8 x float> [%".53", %"entry"], [%".96", %"sum"]
  %".70" = phi  <8 x float> [%".54", %"entry"], [%".101", %"sum"]
  %".71" = phi  <8 x float> [%".55", %"entry"], [%".106", %"sum"]
  %".72" = phi  <8 x float> [%".56", %"entry"], [%".111", %"sum"]
  %".73" = phi  <8 x float> [%".57", %"entry"], [%".116", %"sum"]
  %".74" = phi  <8 x float> [%".58", %"entry"], [%".121", %"sum"]
  %".75" = phi  <8 x float> [%".59", %"entry"], [%".126", %"sum"]
  %".76" = phi  <8 x float> [%".60", %"entry"], [%".131", %"sum"]
  %".77" = phi  <8 x float> [%".61", %"entry"], [%".136", %"sum"]
  %".78" = add i64 %".66", 0
  %".79" = getelementptr float, float* %".1", i64 %".78"
  %".80" = bitcast float* %".79" to <8 x float>*
  %".81" = load <8 x float>, <8 x float>* %".80", align 4
  %".82" = getelementptr float, float* %".8", i64 %".65"
  %".83" = load float, float* %".82"
  %".84" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".83", i32 0
  %".85" = shufflevector <8 x float> %".84", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".86" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".81", <8 x float> %".85", <8 x float> %".67")
  %".87" = getelementptr float, float* %".10", i64 %".65"
  %".88" = load float, float* %".87"
  %".89" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".88", i32 0
  %".90" = shufflevector <8 x float> %".89", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".91" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".81", <8 x float> %".90", <8 x float> %".68")
  %".92" = getelementptr float, float* %".12", i64 %".65"
  %".93" = load float, float* %".92"
  %".94" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".93", i32 0
  %".95" = shufflevector <8 x float> %".94", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".96" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".81", <8 x float> %".95", <8 x float> %".69")
  %".97" = getelementptr float, float* %".14", i64 %".65"
  %".98" = load float, float* %".97"
  %".99" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".98", i32 0
  %".100" = shufflevector <8 x float> %".99", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".101" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".81", <8 x float> %".100", <8 x float> %".70")
  %".102" = getelementptr float, float* %".16", i64 %".65"
  %".103" = load float, float* %".102"
  %".104" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".103", i32 0
  %".105" = shufflevector <8 x float> %".104", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".106" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".81", <8 x float> %".105", <8 x float> %".71")
  %".107" = getelementptr float, float* %".18", i64 %".65"
  %".108" = load float, float* %".107"
  %".109" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".108", i32 0
  %".110" = shufflevector <8 x float> %".109", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".111" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".81", <8 x float> %".110", <8 x float> %".72")
  %".112" = getelementptr float, float* %".20", i64 %".65"
  %".113" = load float, float* %".112"
  %".114" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".113", i32 0
  %".115" = shufflevector <8 x float> %".114", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".116" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".81", <8 x float> %".115", <8 x float> %".73")
  %".117" = getelementptr float, float* %".22", i64 %".65"
  %".118" = load float, float* %".117"
  %".119" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".118", i32 0
  %".120" = shufflevector <8 x float> %".119", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".121" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".81", <8 x float> %".120", <8 x float> %".74")
  %".122" = getelementptr float, float* %".24", i64 %".65"
  %".123" = load float, float* %".122"
  %".124" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".123", i32 0
  %".125" = shufflevector <8 x float> %".124", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".126" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".81", <8 x float> %".125", <8 x float> %".75")
  %".127" = getelementptr float, float* %".26", i64 %".65"
  %".128" = load float, float* %".127"
  %".129" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".128", i32 0
  %".130" = shufflevector <8 x float> %".129", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".131" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".81", <8 x float> %".130", <8 x float> %".76")
  %".132" = getelementptr float, float* %".28", i64 %".65"
  %".133" = load float, float* %".132"
  %".134" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".133", i32 0
  %".135" = shufflevector <8 x float> %".134", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".136" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".81", <8 x float> %".135", <8 x float> %".77")
  %".137" = add i64 %".64", 1
  %".138" = add i64 %".65", %".3"
  %".139" = add i64 %".66", 8
  %".140" = icmp slt i64 %".137", %".2"
  br i1 %".140", label %"sum", label %"end"
end:
  %".142" = phi  <8 x float> [%".51", %"entry"], [%".86", %"sum"]
  %".143" = phi  <8 x float> [%".52", %"entry"], [%".91", %"sum"]
  %".144" = phi  <8 x float> [%".53", %"entry"], [%".96", %"sum"]
  %".145" = phi  <8 x float> [%".54", %"entry"], [%".101", %"sum"]
  %".146" = phi  <8 x float> [%".55", %"entry"], [%".106", %"sum"]
  %".147" = phi  <8 x float> [%".56", %"entry"], [%".111", %"sum"]
  %".148" = phi  <8 x float> [%".57", %"entry"], [%".116", %"sum"]
  %".149" = phi  <8 x float> [%".58", %"entry"], [%".121", %"sum"]
  %".150" = phi  <8 x float> [%".59", %"entry"], [%".126", %"sum"]
  %".151" = phi  <8 x float> [%".60", %"entry"], [%".131", %"sum"]
  %".152" = phi  <8 x float> [%".61", %"entry"], [%".136", %"sum"]
  store <8 x float> %".142", <8 x float>* %".30", align 4
  store <8 x float> %".143", <8 x float>* %".32", align 4
  store <8 x float> %".144", <8 x float>* %".34", align 4
  store <8 x float> %".145", <8 x float>* %".36", align 4
  store <8 x float> %".146", <8 x float>* %".38", align 4
  store <8 x float> %".147", <8 x float>* %".40", align 4
  store <8 x float> %".148", <8 x float>* %".42", align 4
  store <8 x float> %".149", <8 x float>* %".44", align 4
  store <8 x float> %".150", <8 x float>* %".46", align 4
  store <8 x float> %".151", <8 x float>* %".48", align 4
  store <8 x float> %".152", <8 x float>* %".50", align 4
  ret void
}

define internal void @"sums_1_1_1_1_12"(float* %".1", i64 %".2", i64 %".3", float** %".4", float* %".5") noinline nounwind
{
entry:
  %".7" = getelementptr float*, float** %".4", i64 0
  %".8" = load float*, float** %".7"
  %".9" = getelementptr float*, float** %".4", i64 1
  %".10" = load float*, float** %".9"
  %".11" = getelementptr float*, float** %".4", i64 2
  %".12" = load float*, float** %".11"
  %".13" = getelementptr float*, float** %".4", i64 3
  %".14" = load float*, float** %".13"
  %".15" = getelementptr float*, float** %".4", i64 4
  %".16" = load float*, float** %".15"
  %".17" = getelementptr float*, float** %".4", i64 5
  %".18" = load float*, float** %".17"
  %".19" = getelementptr float*, float** %".4", i64 6
  %".20" = load float*, float** %".19"
  %".21" = getelementptr float*, float** %".4", i64 7
  %".22" = load float*, float** %".21"
  %".23" = getelementptr float*, float** %".4", i64 8
  %".24" = load float*, float** %".23"
  %".25" = getelementptr float*, float** %".4", i64 9
  %".26" = load float*, float** %".25"
  %".27" = getelementptr float*, float** %".4", i64 10
  %".28" = load float*, float** %".27"
  %".29" = getelementptr float*, float** %".4", i64 11
  %".30" = load float*, float** %".29"
  %".31" = getelementptr float, float* %".5", i64 0
  %".32" = bitcast float* %".31" to <8 x float>*
  %".33" = getelementptr float, float* %".5", i64 8
  %".34" = bitcast float* %".33" to <8 x float>*
  %".35" = getelementptr float, float* %".5", i64 16
  %".36" = bitcast float* %".35" to <8 x float>*
  %".37" = getelementptr float, float* %".5", i64 24
  %".38" = bitcast float* %".37" to <8 x float>*
  %".39" = getelementptr float, float* %".5", i64 32
  %".40" = bitcast float* %".39" to <8 x float>*
  %".41" = getelementptr float, float* %".5", i64 40
  %".42" = bitcast float* %".41" to <8 x float>*
  %".43" = getelementptr float, float* %".5", i64 48
  %".44" = bitcast float* %".43" to <8 x float>*
  %".45" = getelementptr float, float* %".5", i64 56
  %".46" = bitcast float* %".45" to <8 x float>*
  %".47" = getelementptr float, float* %".5", i64 64
  %".48" = bitcast float* %".47" to <8 x float>*
  %".49" = getelementptr float, float* %".5", i64 72
  %".50" = bitcast float* %".49" to <8 x float>*
  %".51" = getelementptr float, float* %".5", i64 80
  %".52" = bitcast float* %".51" to <8 x float>*
  %".53" = getelementptr float, float* %".5", i64 88
  %".54" = bitcast float* %".53" to <8 x float>*
  %".55" = load <8 x float>, <8 x float>* %".32", align 4
  %".56" = load <8 x float>, <8 x float>* %".34", align 4
  %".57" = load <8 x float>, <8 x float>* %".36", align 4
  %".58" = load <8 x float>, <8 x float>* %".38", align 4
  %".59" = load <8 x float>, <8 x float>* %".40", align 4
  %".60" = load <8 x float>, <8 x float>* %".42", align 4
  %".61" = load <8 x float>, <8 x float>* %".44", align 4
  %".62" = load <8 x float>, <8 x float>* %".46", align 4
  %".63" = load <8 x float>, <8 x float>* %".48", align 4
  %".64" = load <8 x float>, <8 x float>* %".50", align 4
  %".65" = load <8 x float>, <8 x float>* %".52", align 4
  %".66" = load <8 x float>, <8 x float>* %".54", align 4
  %".67" = icmp slt i64 0, %".2"
  br i1 %".67", label %"sum", label %"end"
sum:
  %".69" = phi  i64 [0, %"entry"], [%".148", %"sum"]
  %".70" = phi  i64 [0, %"entry"], [%".149", %"sum"]
  %".71" = phi  i64 [0, %"entry"], [%".150", %"sum"]
  %".72" = phi  <8 x float> [%".55", %"entry"], [%".92", %"sum"]
  %".73" = phi  <8 x float> [%".56", %"entry"], [%".97", %"sum"]
  %".74" = phi  <8 x float> [%".57", %"entry"], [%".102", %"sum"]
  %".75" = phi  <8 x float> [%".58", %"entry"], [%".107", %"sum"]
  %".76" = phi  <8 x float> [%".59", %"entry"], [%".112", %"sum"]
  %".77" = phi  <8 x float> [%".60", %"entry"], [%".117", %"sum"]
  %".78" = phi  <8 x float> [%".61", %"entry"], [%".122", %"sum"]
  %".79" = phi  <8 x float> [%".62", %"entry"], [%".127", %"sum"]
  %".80" = phi  <8 x float> [%".63", %"entry"], [%".132", %"sum"]
  %".81" = phi  <8 x float> [%".64", %"entry"], [%".137", %"sum"]
  %".82" = phi  <8 x float> [%".65", %"entry"], [%".142", %"sum"]
  %".83" = phi  <8 x float> [%".66", %"entry"], [%".147", %"sum"]
  %".84" = add i64 %".71", 0
  %".85" = getelementptr float, float* %".1", i64 %".84"
  %".86" = bitcast float* %".85" to <8 x float>*
  %".87" = load <8 x float>, <8 x float>* %".86", align 4
  %".88" = getelementptr float, float* %".8", i64 %".70"
  %".89" = load float, float* %".88"
  %".90" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".89", i32 0
  %".91" = shufflevector <8 x float> %".90", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".92" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".87", <8 x float> %".91", <8 x float> %".72")
  %".93" = getelementptr float, float* %".10", i64 %".70"
  %".94" = load float, float* %".93"
  %".95" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".94", i32 0
  %".96" = shufflevector <8 x float> %".95", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".97" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".87", <8 x float> %".96", <8 x float> %".73")
  %".98" = getelementptr float, float* %".12", i64 %".70"
  %".99" = load float, float* %".98"
  %".100" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".99", i32 0
  %".101" = shufflevector <8 x float> %".100", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".102" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".87", <8 x float> %".101", <8 x float> %".74")
  %".103" = getelementptr float, float* %".14", i64 %".70"
  %".104" = load float, float* %".103"
  %".105" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".104", i32 0
  %".106" = shufflevector <8 x float> %".105", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".107" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".87", <8 x float> %".106", <8 x float> %".75")
  %".108" = getelementptr float, float* %".16", i64 %".70"
  %".109" = load float, float* %".108"
  %".110" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".109", i32 0
  %".111" = shufflevector <8 x float> %".110", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".112" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".87", <8 x float> %".111", <8 x float> %".76")
  %".113" = getelementptr float, float* %".18", i64 %".70"
  %".114" = load float, float* %".113"
  %".115" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".114", i32 0
  %".116" = shufflevector <8 x float> %".115", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".117" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".87", <8 x float> %".116", <8 x float> %".77")
  %".118" = getelementptr float, float* %".20", i64 %".70"
  %".119" = load float, float* %".118"
  %".120" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".119", i32 0
  %".121" = shufflevector <8 x float> %".120", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".122" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".87", <8 x float> %".121", <8 x float> %".78")
  %".123" = getelementptr float, float* %".22", i64 %".70"
  %".124" = load float, float* %".123"
  %".125" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".124", i32 0
  %".126" = shufflevector <8 x float> %".125", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".127" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".87", <8 x float> %".126", <8 x float> %".79")
  %".128" = getelementptr float, float* %".24", i64 %".70"
  %".129" = load float, float* %".128"
  %".130" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".129", i32 0
  %".131" = shufflevector <8 x float> %".130", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".132" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".87", <8 x float> %".131", <8 x float> %".80")
  %".133" = getelementptr float, float* %".26", i64 %".70"
  %".134" = load float, float* %".133"
  %".135" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".134", i32 0
  %".136" = shufflevector <8 x float> %".135", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".137" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".87", <8 x float> %".136", <8 x float> %".81")
  %".138" = getelementptr float, float* %".28", i64 %".70"
  %".139" = load float, float* %".138"
  %".140" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".139", i32 0
  %".141" = shufflevector <8 x float> %".140", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".142" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".87", <8 x float> %".141", <8 x float> %".82")
  %".143" = getelementptr float, float* %".30", i64 %".70"
  %".144" = load float, float* %".143"
  %".145" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".144", i32 0
  %".146" = shufflevector <8 x float> %".145", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".147" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".87", <8 x float> %".146", <8 x float> %".83")
  %".148" = add i64 %".69", 1
  %".149" = add i64 %".70", %".3"
  %".150" = add i64 %".71", 8
  %".151" = icmp slt i64 %".148", %".2"
  br i1 %".151", label %"sum", label %"end"
end:
  %".153" = phi  <8 x float> [%".55", %"entry"], [%".92", %"sum"]
  %".154" = phi  <8 x float> [%".56", %"entry"], [%".97", %"sum"]
  %".155" = phi  <8 x float> [%".57", %"entry"], [%".102", %"sum"]
  %".156" = phi  <8 x float> [%".58", %"entry"], [%".107", %"sum"]
  %".157" = phi  <8 x float> [%".59", %"entry"], [%".112", %"sum"]
  %".158" = phi  <8 x float> [%".60", %"entry"], [%".117", %"sum"]
  %".159" = phi  <8 x float> [%".61", %"entry"], [%".122", %"sum"]
  %".160" = phi  <8 x float> [%".62", %"entry"], [%".127", %"sum"]
  %".161" = phi  <8 x float> [%".63", %"entry"], [%".132", %"sum"]
  %".162" = phi  <8 x float> [%".64", %"entry"], [%".137", %"sum"]
  %".163" = phi  <8 x float> [%".65", %"entry"], [%".142", %"sum"]
  %".164" = phi  <8 x float> [%".66", %"entry"], [%".147", %"sum"]
  store <8 x float> %".153", <8 x float>* %".32", align 4
  store <8 x float> %".154", <8 x float>* %".34", align 4
  store <8 x float> %".155", <8 x float>* %".36", align 4
  store <8 x float> %".156", <8 x float>* %".38", align 4
  store <8 x float> %".157", <8 x float>* %".40", align 4
  store <8 x float> %".158", <8 x float>* %".42", align 4
  store <8 x float> %".159", <8 x float>* %".44", align 4
  store <8 x float> %".160", <8 x float>* %".46", align 4
  store <8 x float> %".161", <8 x float>* %".48", align 4
  store <8 x float> %".162", <8 x float>* %".50", align 4
  store <8 x float> %".163", <8 x float>* %".52", align 4
  store <8 x float> %".164", <8 x float>* %".54", align 4
  ret void
}

@"table_1_1_1" = internal constant [12 x void (float*, i64, i64, float**, float*)*] [void (float*, i64, i64, float**, float*)* @"sums_1_1_1_1_1", void (float*, i64, i64, float**, float*)* @"sums_1_1_1_1_2", void (float*, i64, i64, float**, float*)* @"sums_1_1_1_1_3", void (float*, i64, i64, float**, float*)* @"sums_1_1_1_1_4", void (float*, i64, i64, float**, float*)* @"sums_1_1_1_1_5", void (float*, i64, i64, float**, float*)* @"sums_1_1_1_1_6", void (float*, i64, i64, float**, float*)* @"sums_1_1_1_1_7", void (float*, i64, i64, float**, float*)* @"sums_1_1_1_1_8", void (float*, i64, i64, float**, float*)* @"sums_1_1_1_1_9", void (float*, i64, i64, float**, float*)* @"sums_1_1_1_1_10", void (float*, i64, i64, float**, float*)* @"sums_1_1_1_1_11", void (float*, i64, i64, float**, float*)* @"sums_1_1_1_1_12"]
declare <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".1", i32 %".2", <8 x i1> %".3", <8 x float> %".4")
