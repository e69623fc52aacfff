; ModuleID = "forward"
target triple = "unknown-unknown-unknown"
target datalayout = ""

define void @"forward"(i64 %".1", i64 %".2", i64* %".3") nounwind
{
entry:
  %".183" = alloca i64, i64 8, align 64
  %".77" = alloca float*, i64 12, align 64
  %".76" = alloca float, i64 96, align 64
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
  %".39" = getelementptr i64, i64* %".3", i64 15
  %".40" = load i64, i64* %".39"
  %".41" = inttoptr i64 %".40" to void (i64, i64, i64*)*
  %".42" = getelementptr i64, i64* %".3", i64 16
  %".43" = load i64, i64* %".42"
  %".44" = inttoptr i64 %".43" to float*
  %".45" = getelementptr i64, i64* %".3", i64 17
  %".46" = load i64, i64* %".45"
  %".47" = inttoptr i64 %".46" to float*
  %".48" = getelementptr i64, i64* %".3", i64 18
  %".49" = load i64, i64* %".48"
  %".50" = inttoptr i64 %".49" to float*
  %".51" = getelementptr i64, i64* %".3", i64 19
  %".52" = load i64, i64* %".51"
  %".53" = inttoptr i64 %".52" to float*
  %".54" = icmp ne i64 %".22", 0
  %".55" = ptrtoint i64* %".31" to i64
  %".56" = icmp ne i64 %".55", 0
  %".57" = mul i64 %".12", %".1"
  %".58" = udiv i64 %".57", %".2"
  %".59" = add i64 %".1", 1
  %".60" = mul i64 %".12", %".59"
  %".61" = udiv i64 %".60", %".2"
  %".62" = sub i64 %".61", %".58"
  %".63" = add i64 %".12", %".2"
  %".64" = add i64 %".63", -1
  %".65" = sub i64 %".64", %".1"
  %".66" = udiv i64 %".65", %".2"
  %".67" = select  i1 %".56", i64 %".66", i64 %".62"
  %".68" = select  i1 %".54", i64 %".12", i64 %".67"
  %".69" = select  i1 %".56", i64 %".1", i64 %".58"
  %".70" = select  i1 %".54", i64 0, i64 %".69"
  %".71" = xor i1 %".56", -1
  %".72" = or i1 %".54", %".71"
  %".73" = select  i1 %".72", i64 1, i64 %".2"
  %".74" = ptrtoint void (i64, i64, i64*)* %".41" to i64
  %".75" = icmp ne i64 %".74", 0
  br label %"head"
head:
  %".79" = phi  i64 [0, %"entry"], [%".394", %"end.4.endif"]
  %".80" = icmp slt i64 %".79", %".8"
  br i1 %".80", label %"body", label %"end"
body:
  %".82" = mul i64 %".79", %".10"
  %".83" = add i64 %".6", %".82"
  %".84" = add i64 %".83", 1
  br i1 %".56", label %"head.1", label %"active"
end:
  ret void
head.1:
  %".86" = phi  i64 [%".68", %"body"], [%".89", %"length"]
  %".87" = icmp sgt i64 %".86", 0
  br i1 %".87", label %"length", label %"active"
length:
  %".89" = sub i64 %".86", 1
  %".90" = mul i64 %".89", %".73"
  %".91" = add i64 %".70", %".90"
  %".92" = getelementptr i64, i64* %".34", i64 %".91"
  %".93" = load i64, i64* %".92"
  %".94" = getelementptr i64, i64* %".31", i64 %".93"
  %".95" = load i64, i64* %".94"
  %".96" = icmp sle i64 %".95", %".83"
  br i1 %".96", label %"head.1", label %"active"
active:
  %".98" = phi  i64 [%".68", %"body"], [0, %"head.1"], [%".86", %"length"]
  %".99" = sub i64 %".84", %".10"
  br label %"head.2"
head.2:
  %".101" = phi  i64 [%".98", %"active"], [%".157", %"end.2"]
  %".102" = icmp slt i64 %".101", %".68"
  br i1 %".102", label %"body.1", label %"end.1"
body.1:
  %".104" = mul i64 %".101", %".73"
  %".105" = add i64 %".70", %".104"
  %".106" = getelementptr i64, i64* %".34", i64 %".105"
  %".107" = load i64, i64* %".106"
  %".108" = sub i64 8, 1
  %".109" = add i64 %".14", %".108"
  %".110" = udiv i64 %".109", 8
  %".111" = mul i64 %".110", %".1"
  %".112" = udiv i64 %".111", %".2"
  %".113" = add i64 %".1", 1
  %".114" = mul i64 %".110", %".113"
  %".115" = udiv i64 %".114", %".2"
  %".116" = select  i1 %".54", i64 %".112", i64 0
  %".117" = select  i1 %".54", i64 %".115", i64 %".110"
  br label %"head.3"
end.1:
  %".159" = sub i64 8, 1
  %".160" = add i64 %".14", %".159"
  %".161" = udiv i64 %".160", 8
  %".162" = mul i64 %".161", %".1"
  %".163" = udiv i64 %".162", %".2"
  %".164" = add i64 %".1", 1
  %".165" = mul i64 %".161", %".164"
  %".166" = udiv i64 %".165", %".2"
  %".167" = select  i1 %".54", i64 %".163", i64 0
  %".168" = select  i1 %".54", i64 %".166", i64 %".161"
  br label %"head.5"
head.3:
  %".119" = phi  i64 [%".116", %"body.1"], [%".155", %"end.3"]
  %".120" = icmp slt i64 %".119", %".117"
  br i1 %".120", label %"body.2", label %"end.2"
body.2:
  %".122" = mul i64 %".119", 1
  %".123" = sub i64 8, 1
  %".124" = add i64 %".14", %".123"
  %".125" = udiv i64 %".124", 8
  %".126" = sub i64 %".125", %".122"
  %".127" = icmp slt i64 %".126", 1
  %".128" = select  i1 %".127", i64 %".126", i64 1
  br label %"head.4"
end.2:
  %".157" = add i64 %".101", 1
  br label %"head.2"
head.4:
  %".130" = phi  i64 [0, %"body.2"], [%".153", %"body.3"]
  %".131" = icmp slt i64 %".130", %".128"
  br i1 %".131", label %"body.3", label %"end.3"
body.3:
  %".133" = add i64 %".122", %".130"
  %".134" = mul i64 %".133", 8
  %".135" = sub i64 %".14", %".134"
  %".136" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".135", i32 0
  %".137" = shufflevector <8 x i64> %".136", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".138" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".137"
  %".139" = mul i64 %".99", %".12"
  %".140" = add i64 %".139", %".107"
  %".141" = mul i64 %".140", %".18"
  %".142" = add i64 %".141", %".134"
  %".143" = mul i64 %".84", %".12"
  %".144" = add i64 %".143", %".107"
  %".145" = mul i64 %".144", %".18"
  %".146" = add i64 %".145", %".134"
  %".147" = getelementptr float, float* %".47", i64 %".142"
  %".148" = bitcast float* %".147" to <8 x float>*
  %".149" = call <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".148", i32 4, <8 x i1> %".138", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>)
  %".150" = getelementptr float, float* %".47", i64 %".146"
  %".151" = bitcast float* %".150" to <8 x float>*
  call void @"llvm.masked.store.v8f32.p0"(<8 x float> %".149", <8 x float>* %".151", i32 4, <8 x i1> %".138")
  %".153" = add i64 %".130", 1
  br label %"head.4"
end.3:
  %".155" = add i64 %".119", 1
  br label %"head.3"
head.5:
  %".170" = phi  i64 [%".167", %"end.1"], [%".387", %"end.5"]
  %".171" = icmp slt i64 %".170", %".168"
  br i1 %".171", label %"body.4", label %"end.4"
body.4:
  br i1 %".75", label %"body.4.if", label %"body.4.endif"
end.4:
  %".389" = icmp sgt i64 %".2", 1
  %".390" = and i1 %".54", %".389"
  br i1 %".390", label %"end.4.if", label %"end.4.endif"
body.4.if:
  %".174" = select  i1 %".75", i64 %".1", i64 %".170"
  %".175" = mul i64 %".14", 8
  %".176" = mul i64 %".174", %".175"
  %".177" = getelementptr float, float* %".50", i64 %".176"
  %".178" = getelementptr float, float* %".177", i64 0
  %".179" = mul i64 1, 8
  %".180" = sub i64 %".179", 1
  %".181" = add i64 %".14", %".180"
  %".182" = udiv i64 %".181", %".179"
  %".184" = getelementptr i64, i64* %".183", i64 0
  store i64 %".14", i64* %".184"
  %".186" = getelementptr i64, i64* %".183", i64 1
  store i64 %".14", i64* %".186"
  %".188" = getelementptr i64, i64* %".183", i64 2
  store i64 %".14", i64* %".188"
  %".190" = getelementptr i64, i64* %".183", i64 3
  store i64 1, i64* %".190"
  %".192" = getelementptr i64, i64* %".183", i64 4
  store i64 0, i64* %".192"
  %".194" = getelementptr i64, i64* %".183", i64 5
  store i64 8, i64* %".194"
  %".196" = ptrtoint float* %".53" to i64
  %".197" = getelementptr i64, i64* %".183", i64 6
  store i64 %".196", i64* %".197"
  %".199" = ptrtoint float* %".178" to i64
  %".200" = getelementptr i64, i64* %".183", i64 7
  store i64 %".199", i64* %".200"
  call void %".41"(i64 %".170", i64 %".182", i64* %".183")
  br label %"body.4.endif"
body.4.endif:
  br label %"head.6"
head.6:
  %".205" = phi  i64 [0, %"body.4.endif"], [%".385", %"end.9"]
  %".206" = icmp slt i64 %".205", %".98"
  br i1 %".206", label %"block", label %"end.5"
block:
  %".208" = sub i64 %".98", %".205"
  %".209" = sub i64 12, 1
  %".210" = add i64 %".208", %".209"
  %".211" = udiv i64 %".210", 12
  %".212" = sub i64 %".211", 1
  %".213" = add i64 %".208", %".212"
  %".214" = udiv i64 %".213", %".211"
  %".215" = mul i64 %".170", 1
  %".216" = sub i64 8, 1
  %".217" = add i64 %".14", %".216"
  %".218" = udiv i64 %".217", 8
  %".219" = sub i64 %".218", %".215"
  %".220" = icmp slt i64 %".219", 1
  %".221" = select  i1 %".220", i64 %".219", i64 1
  br label %"head.7"
end.5:
  %".387" = add i64 %".170", 1
  br label %"head.5"
head.7:
  %".223" = phi  i64 [0, %"block"], [%".266", %"end.7"]
  %".224" = icmp slt i64 %".223", %".214"
  br i1 %".224", label %"body.5", label %"end.6"
body.5:
  %".226" = add i64 %".205", %".223"
  %".227" = mul i64 %".226", %".73"
  %".228" = add i64 %".70", %".227"
  %".229" = getelementptr i64, i64* %".34", i64 %".228"
  %".230" = load i64, i64* %".229"
  %".231" = mul i64 %".170", 1
  %".232" = sub i64 8, 1
  %".233" = add i64 %".14", %".232"
  %".234" = udiv i64 %".233", 8
  %".235" = sub i64 %".234", %".231"
  %".236" = icmp slt i64 %".235", 1
  %".237" = select  i1 %".236", i64 %".235", i64 1
  br label %"head.8"
end.6:
  br label %"head.9"
head.8:
  %".239" = phi  i64 [0, %"body.5"], [%".264", %"body.6"]
  %".240" = icmp slt i64 %".239", %".237"
  br i1 %".240", label %"body.6", label %"end.7"
body.6:
  %".242" = add i64 %".231", %".239"
  %".243" = mul i64 %".242", 8
  %".244" = sub i64 %".14", %".243"
  %".245" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".244", i32 0
  %".246" = shufflevector <8 x i64> %".245", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".247" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".246"
  %".248" = mul i64 %".223", 1
  %".249" = add i64 %".248", 0
  %".250" = add i64 %".249", %".239"
  %".251" = mul i64 %".250", 8
  %".252" = mul i64 %".84", %".12"
  %".253" = add i64 %".252", %".230"
  %".254" = mul i64 %".253", 1
  %".255" = add i64 %".254", 0
  %".256" = mul i64 %".255", %".14"
  %".257" = add i64 %".256", %".243"
  %".258" = getelementptr float, float* %".44", i64 %".257"
  %".259" = bitcast float* %".258" to <8 x float>*
  %".260" = call <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".259", i32 4, <8 x i1> %".247", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>)
  %".261" = getelementptr float, float* %".76", i64 %".251"
  %".262" = bitcast float* %".261" to <8 x float>*
  store <8 x float> %".260", <8 x float>* %".262", align 4
  %".264" = add i64 %".239", 1
  br label %"head.8"
end.7:
  %".266" = add i64 %".223", 1
  br label %"head.7"
head.9:
  %".269" = phi  i64 [0, %"end.6"], [%".284", %"body.7"]
  %".270" = icmp slt i64 %".269", %".214"
  br i1 %".270", label %"body.7", label %"end.8"
body.7:
  %".272" = add i64 %".205", %".269"
  %".273" = mul i64 %".272", %".73"
  %".274" = add i64 %".70", %".273"
  %".275" = getelementptr i64, i64* %".34", i64 %".274"
  %".276" = load i64, i64* %".275"
  %".277" = sub i64 %".84", %".10"
  %".278" = mul i64 %".277", %".12"
  %".279" = add i64 %".278", %".276"
  %".280" = mul i64 %".279", %".18"
  %".281" = getelementptr float, float* %".47", i64 %".280"
  %".282" = getelementptr float*, float** %".77", i64 %".269"
  store float* %".281", float** %".282"
  %".284" = add i64 %".269", 1
  br label %"head.9"
end.8:
  %".286" = getelementptr float, float* %".76", i64 0
  %".287" = select  i1 %".75", i64 %".1", i64 %".170"
  %".288" = mul i64 %".14", 8
  %".289" = mul i64 %".287", %".288"
  %".290" = getelementptr float, float* %".50", i64 %".289"
  %".291" = sub i64 %".221", 1
  %".292" = mul i64 %".291", 12
  %".293" = add i64 %".292", %".214"
  %".294" = add i64 %".293", -1
  %".295" = getelementptr [12 x void (float*, i64, i64, float**, float*)*], [12 x void (float*, i64, i64, float**, float*)*]* @"table_1_1_1", i64 0, i64 %".294"
  %".296" = load void (float*, i64, i64, float**, float*)*, void (float*, i64, i64, float**, float*)** %".295"
  call void %".296"(float* %".290", i64 %".14", i64 1, float** %".77", float* %".286")
  br label %"head.10"
head.10:
  %".299" = phi  i64 [0, %"end.8"], [%".383", %"end.10"]
  %".300" = icmp slt i64 %".299", %".214"
  br i1 %".300", label %"body.8", label %"end.9"
body.8:
  %".302" = add i64 %".205", %".299"
  %".303" = mul i64 %".302", %".73"
  %".304" = add i64 %".70", %".303"
  %".305" = getelementptr i64, i64* %".34", i64 %".304"
  %".306" = load i64, i64* %".305"
  %".307" = mul i64 %".170", 1
  %".308" = sub i64 8, 1
  %".309" = add i64 %".14", %".308"
  %".310" = udiv i64 %".309", 8
  %".311" = sub i64 %".310", %".307"
  %".312" = icmp slt i64 %".311", 1
  %".313" = select  i1 %".312", i64 %".311", i64 1
  br label %"head.11"
end.9:
  %".385" = add i64 %".205", %".214"
  br label %"head.6"
head.11:
  %".315" = phi  i64 [0, %"body.8"], [%".381", %"body.9"]
  %".316" = icmp slt i64 %".315", %".313"
  br i1 %".316", label %"body.9", label %"end.10"
body.9:
  %".318" = add i64 %".307", %".315"
  %".319" = mul i64 %".318", 8
  %".320" = sub i64 %".14", %".319"
  %".321" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".320", i32 0
  %".322" = shufflevector <8 x i64> %".321", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".323" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".322"
  %".324" = mul i64 %".299", 1
  %".325" = add i64 %".324", 0
  %".326" = add i64 %".325", %".315"
  %".327" = mul i64 %".326", 8
  %".328" = getelementptr float, float* %".76", i64 %".327"
  %".329" = bitcast float* %".328" to <8 x float>*
  %".330" = load <8 x float>, <8 x float>* %".329", align 4
  %".331" = call <8 x float> @"llvm.fabs.v8f32"(<8 x float> %".330")
  %".332" = fcmp ogt <8 x float> %".331", <float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000>
  %".333" = select  <8 x i1> %".332", <8 x float> <float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000>, <8 x float> %".331"
  %".334" = fcmp olt <8 x float> %".333", <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>
  %".335" = select  <8 x i1> %".334", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>, <8 x float> %".333"
  %".336" = fadd <8 x float> %".335", %".335"
  %".337" = fmul <8 x float> %".336", <float 0x3ff7154760000000, float 0x3ff7154760000000, float 0x3ff7154760000000, float 0x3ff7154760000000, float 0x3ff7154760000000, float 0x3ff7154760000000, float 0x3ff7154760000000, float 0x3ff7154760000000>
  %".338" = call <8 x float> @"llvm.roundeven.v8f32"(<8 x float> %".337")
  %".339" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".338", <8 x float> <float 0xbfe62e0000000000, float 0xbfe62e0000000000, float 0xbfe62e0000000000, float 0xbfe62e0000000000, float 0xbfe62e0000000000, float 0xbfe62e0000000000, float 0xbfe62e0000000000, float 0xbfe62e0000000000>, <8 x float> %".336")
  %".340" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".338", <8 x float> <float 0xbf00bfbe80000000, float 0xbf00bfbe80000000, float 0xbf00bfbe80000000, float 0xbf00bfbe80000000, float 0xbf00bfbe80000000, float 0xbf00bfbe80000000, float 0xbf00bfbe80000000, float 0xbf00bfbe80000000>, <8 x float> %".339")
  %".341" = fmul <8 x float> %".340", %".340"
  %".342" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> <float 0x3f2a01a020000000, float 0x3f2a01a020000000, float 0x3f2a01a020000000, float 0x3f2a01a020000000, float 0x3f2a01a020000000, float 0x3f2a01a020000000, float 0x3f2a01a020000000, float 0x3f2a01a020000000>, <8 x float> %".340", <8 x float> <float 0x3f56c16c20000000, float 0x3f56c16c20000000, float 0x3f56c16c20000000, float 0x3f56c16c20000000, float 0x3f56c16c20000000, float 0x3f56c16c20000000, float 0x3f56c16c20000000, float 0x3f56c16c20000000>)
  %".343" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".342", <8 x float> %".340", <8 x float> <float 0x3f81111120000000, float 0x3f81111120000000, float 0x3f81111120000000, float 0x3f81111120000000, float 0x3f81111120000000, float 0x3f81111120000000, float 0x3f81111120000000, float 0x3f81111120000000>)
  %".344" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".343", <8 x float> %".340", <8 x float> <float 0x3fa5555560000000, float 0x3fa5555560000000, float 0x3fa5555560000000, float 0x3fa5555560000000, float 0x3fa5555560000000, float 0x3fa5555560000000, float 0x3fa5555560000000, float 0x3fa5555560000000>)
  %".345" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".344", <8 x float> %".340", <8 x float> <float 0x3fc5555560000000, float 0x3fc5555560000000, float 0x3fc5555560000000, float 0x3fc5555560000000, float 0x3fc5555560000000, float 0x3fc5555560000000, float 0x3fc5555560000000, float 0x3fc5555560000000>)
  %".346" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".345", <8 x float> %".340", <8 x float> <float 0x3fe0000000000000, float 0x3fe0000000000000, float 0x3fe0000000000000, float 0x3fe0000000000000, float 0x3fe0000000000000, float 0x3fe0000000000000, float 0x3fe0000000000000, float 0x3fe0000000000000>)
  %".347" = fmul <8 x float> %".341", %".346"
  %".348" = fcmp ord <8 x float> %".338", %".338"
  %".349" = select  <8 x i1> %".348", <8 x float> %".338", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>
  %".350" = fptosi <8 x float> %".349" to <8 x i32>
  %".351" = fadd <8 x float> %".340", %".347"
  %".352" = fsub <8 x float> %".351", %".340"
  %".353" = fsub <8 x float> %".347", %".352"
  %".354" = add <8 x i32> %".350", <i32 127, i32 127, i32 127, i32 127, i32 127, i32 127, i32 127, i32 127>
  %".355" = shl <8 x i32> %".354", <i32 23, i32 23, i32 23, i32 23, i32 23, i32 23, i32 23, i32 23>
  %".356" = bitcast <8 x i32> %".355" to <8 x float>
  %".357" = fsub <8 x float> %".356", <float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000>
  %".358" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".356", <8 x float> %".351", <8 x float> %".357")
  %".359" = fsub <8 x float> %".357", %".358"
  %".360" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".356", <8 x float> %".351", <8 x float> %".359")
  %".361" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".356", <8 x float> %".353", <8 x float> %".360")
  %".362" = fadd <8 x float> <float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000>, %".358"
  %".363" = fsub <8 x float> %".362", <float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000>
  %".364" = fsub <8 x float> %".358", %".363"
  %".365" = fdiv <8 x float> <float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000>, %".362"
  %".366" = fmul <8 x float> %".358", %".365"
  %".367" = fmul <8 x float> %".366", %".364"
  %".368" = fsub <8 x float> %".361", %".367"
  %".369" = fneg <8 x float> %".366"
  %".370" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".369", <8 x float> %".362", <8 x float> %".358")
  %".371" = fadd <8 x float> %".370", %".368"
  %".372" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".371", <8 x float> %".365", <8 x float> %".366")
  %".373" = call <8 x float> @"llvm.copysign.v8f32"(<8 x float> %".372", <8 x float> %".330")
  %".374" = mul i64 %".84", %".12"
  %".375" = add i64 %".374", %".306"
  %".376" = mul i64 %".375", %".18"
  %".377" = add i64 %".376", %".319"
  %".378" = getelementptr float, float* %".47", i64 %".377"
  %".379" = bitcast float* %".378" to <8 x float>*
  call void @"llvm.masked.store.v8f32.p0"(<8 x float> %".373", <8 x float>* %".379", i32 4, <8 x i1> %".323")
  %".381" = add i64 %".315", 1
  br label %"head.11"
end.10:
  %".383" = add i64 %".299", 1
  br label %"head.10"
end.4.if:
  call void %".25"(i64 %".2", i64* %".28")
  br label %"end.4.endif"
end.4.endif:
  %".394" = add i64 %".79", 1
  br label %"head"
}

declare <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".1", i32 %".2", <8 x i1> %".3", <8 x float> %".4")

declare void @"llvm.masked.store.v8f32.p0"(<8 x float> %".1", <8 x float>* %".2", i32 %".3", <8 x i1> %".4")

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
declare <8 x float> @"llvm.fabs.v8f32"(<8 x float> %".1")

declare <8 x float> @"llvm.roundeven.v8f32"(<8 x float> %".1")

declare <8 x float> @"llvm.copysign.v8f32"(<8 x float> %".1", <8 x float> %".2")
